/**
 * The import walls of src/: which folder may import which. One table, one rule.
 * Type-only imports count. Cycles are left to `import/no-cycle`.
 */
const ALL = Symbol('everything');
const CORE = ['domain'];

/** Folder → the folders below src/ that it may import besides itself. */
const WALLS = {
  domain: [],
  formats: CORE,
  phantom: [...CORE, 'formats'],
  sources: [...CORE, 'formats', 'phantom'],
  storage: CORE,
  workers: [...CORE, 'formats', 'sources', 'phantom'],
  i18n: CORE,
  commands: [...CORE, 'i18n'],
  ui: [...CORE, 'i18n'],
  engine: [...CORE, 'formats', 'workers'],
  session: [...CORE, 'formats', 'sources', 'storage', 'workers'],
  features: [...CORE, 'session', 'commands', 'engine', 'ui', 'i18n'],
  server: [...CORE, 'formats', 'phantom', 'sources'],
  testing: [...CORE, 'formats', 'sources', 'phantom'],
  app: ALL,
};

/** Packages that only some folders may name; `node:` is for the server and for tests. */
const PACKAGE_WALLS = [
  { packages: /^@cornerstonejs\//, folders: ['engine', 'workers'] },
  {
    packages: /^(react|react-dom|react-router|react-aria-components|lucide-react)(\/|$)/,
    folders: ['engine', 'session', 'commands', 'features', 'ui', 'i18n', 'app'],
  },
  { packages: /^node:/, folders: ['server'] },
];

const isTest = (path) => /\.(test|fuzz)\.tsx?$/.test(path);

function placeOf(path) {
  const rest = path.split('/src/').pop() ?? '';
  const [folder = '', ...inner] = rest.split('/');
  return { folder, inner };
}

function resolve(from, specifier) {
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

function fault(filename, specifier) {
  const { folder, inner } = placeOf(filename);
  if (!(folder in WALLS)) return undefined;
  if (!specifier.startsWith('.')) {
    if (isTest(filename) || folder === 'testing') return undefined;
    if (folder === 'domain') return `domain/ imports no package (${specifier})`;
    const wall = PACKAGE_WALLS.find(({ packages }) => packages.test(specifier));
    if (wall && !wall.folders.includes(folder)) return `${folder}/ may not import ${specifier}`;
    return undefined;
  }
  const target = resolve(filename, specifier);
  if (!target.includes('/src/')) return undefined;
  const to = placeOf(target);
  if (to.folder === 'testing' && !isTest(filename) && folder !== 'testing')
    return 'testing/ is imported by tests only';
  if (to.folder === folder) {
    if (folder === 'features' && to.inner[0] !== inner[0])
      return 'a feature never imports another; the app joins them through slots';
    return undefined;
  }
  if (isTest(filename) && to.folder === 'testing') return undefined;
  const allowed = WALLS[folder];
  if (allowed !== ALL && !allowed.includes(to.folder)) return `${folder}/ may not import ${to.folder}/`;
  if (folder === 'features' && to.folder === 'engine' && to.inner.join('/') !== 'index.ts')
    return 'features/ see the engine through engine/index.ts only';
  if (folder === 'engine' && to.folder === 'workers' && !/-client\.ts$|contract\.ts$/.test(target))
    return 'engine/ sees workers through their clients and contracts only';
  return undefined;
}

const rule = {
  create(context) {
    const check = (node) => {
      const specifier = node?.source?.value;
      if (typeof specifier !== 'string') return;
      const filename = (context.filename ?? context.getFilename()).replaceAll('\\', '/');
      const message = fault(filename, specifier);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

export default { meta: { name: 'midscope' }, rules: { 'import-walls': rule } };
