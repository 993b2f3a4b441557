import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
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
  build: { target: 'es2023', chunkSizeWarningLimit: 4_000 },
  server: { host: '127.0.0.1', port: 5178, strictPort: true },
  optimizeDeps: {
    exclude: ['@cornerstonejs/dicom-image-loader'],
    include: [
      '@cornerstonejs/core',
      '@cornerstonejs/metadata',
      '@cornerstonejs/utils',
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
