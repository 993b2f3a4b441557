import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { midscopeDataset } from './src/server/vite-plugin.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** CommonJS that the viewer reaches through packages of its own; found at once, so that the page is not reloaded. */
const VIEWER_COMMONJS = [
  '@cornerstonejs/core > loglevel',
  '@cornerstonejs/core > @kitware/vtk.js > fast-deep-equal',
  '@cornerstonejs/core > @kitware/vtk.js > seedrandom',
  '@cornerstonejs/core > @kitware/vtk.js > webworker-promise',
  '@cornerstonejs/core > @kitware/vtk.js > spark-md5',
  '@cornerstonejs/core > @kitware/vtk.js > utif',
  '@cornerstonejs/metadata > dcmjs',
  '@cornerstonejs/dicom-image-loader > pako',
  '@cornerstonejs/dicom-image-loader > @cornerstonejs/codec-charls/decodewasmjs',
  '@cornerstonejs/dicom-image-loader > @cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs',
  '@cornerstonejs/dicom-image-loader > @cornerstonejs/codec-openjpeg/decodewasmjs',
  '@cornerstonejs/dicom-image-loader > @cornerstonejs/codec-openjph/wasmjs',
];

const TESTS = ['src/**/*.test.ts', 'src/**/*.test.tsx'];

/** They put another module in the place of one, which no other test may see. */
const TESTS_THAT_MOCK = ['src/server/open-inside.test.ts'];

/** What an open dataset is shown by, by the names of the files it is built into. Other parts are fetched when opened. */
const PAGES: Readonly<Record<string, string>> = {
  shell: './src/app/shell.tsx',
  engine: './src/engine/index.ts',
  library: './src/features/library/library-page.tsx',
  case: './src/features/case/case-page.tsx',
  masks: './src/features/masks/masks-page.tsx',
  health: './src/features/health/health-page.tsx',
};

/** All modules that `entry` imports, without those that it imports later. */
function importedBy(entry: string, graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set(graph.getModuleInfo(entry)?.importedIds);
  for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** What pages import: one file for what two of them share, then one for each page. */
function pageChunks(): Rolldown.CodeSplittingGroup[] {
  let pages: (readonly [string, Set<string>])[] | undefined;
  const importers = (id: string, graph: Rolldown.ChunkingContext): string[] => {
    pages ??= Object.entries(PAGES).map(([name, entry]) => [name, importedBy(here(entry), graph)]);
    return pages.filter(([, imported]) => imported.has(id)).map(([name]) => name);
  };
  return [
    { debugName: 'pages', name: (id, graph) => (importers(id, graph).length > 1 ? 'pages' : undefined) },
    {
      debugName: 'page',
      name: (id, graph) => {
        const [page] = importers(id, graph);
        // The engine is one file by itself, but for the writer of DICOM, which is also fetched without it.
        return page === 'engine' ? undefined : page;
      },
    },
  ];
}

// A request costs a page more than fifty kilobytes do: in a hundred small files a case came half a second later.
const CHUNKS: Rolldown.CodeSplittingGroup[] = [{ name: 'start', tags: ['$initial'] }, ...pageChunks()];

export default defineConfig({
  plugins: [
    react(),
    midscopeDataset(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }), enforce: 'pre' },
  ],
  resolve: {
    alias: [
      // vtk.js writes XML through this package for Node; in a page it would ask for Node's own modules.
      { find: 'xmlbuilder2', replacement: here('./src/engine/xmlbuilder2-stub.ts') },
      {
        find: /^dicom-decoders\//,
        replacement: `${here('./node_modules/@cornerstonejs/dicom-image-loader/dist/esm/shared/decoders')}/`,
      },
    ],
  },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: { host: '127.0.0.1', port: 5178, strictPort: true },
  optimizeDeps: {
    exclude: ['@cornerstonejs/dicom-image-loader'],
    include: [
      '@cornerstonejs/core',
      '@cornerstonejs/metadata',
      '@cornerstonejs/utils',
      '@kitware/vtk.js/Rendering/OpenGL/ImageMapper',
      '@kitware/vtk.js/Rendering/OpenGL/Texture',
      '@kitware/vtk.js/Rendering/OpenGL/ViewNodeFactory',
      'dicom-parser',
      ...VIEWER_COMMONJS,
    ],
  },
  test: {
    // Films are rendered in some tests; on a busy machine that takes its time, and none of them measures it.
    testTimeout: 60_000,
    unstubGlobals: true,
    maxWorkers: '100%',
    projects: [
      // Modules are loaded once for all tests, which takes less than half the time.
      { extends: true, test: { name: 'unit', isolate: false, include: TESTS, exclude: TESTS_THAT_MOCK } },
      { extends: true, test: { name: 'mocked', include: TESTS_THAT_MOCK } },
    ],
  },
});
