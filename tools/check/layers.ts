/**
 * Who may import whom: the folder table of the design, as data. `tools/check/boundaries.ts` enforces it.
 *
 * A file belongs to the first layer below whose pattern its path matches, so the particular stands before the general.
 * A source file that no layer lists fails the check, and so does a product file's import of a package without a row here.
 */
export interface Layer {
  readonly name: string
  /** A regular expression over the path from the repository's root, with `/` between folders. */
  readonly files: string
  /** The other layers it may import; its own is always allowed. */
  readonly mayImport: readonly string[] | 'everything'
  /** Whether it runs where Node's built-in modules exist. */
  readonly node: boolean
  /** What to do instead, for someone who has just broken the rule. */
  readonly advice: string
}

export const layers: readonly Layer[] = [
  {
    name: 'configuration',
    files: '^((kiosk|src-renderer)/)?[^/]+\\.config\\.ts$|^[^/]+\\.(ts|mts|mjs|cjs|js)$',
    mayImport: 'everything',
    node: true,
    advice: '',
  },
  {
    name: 'shared-ui',
    files: '^src-shared/ui/',
    mayImport: ['shared'],
    node: false,
    advice: 'What console and kiosk both show knows src-shared and the browser, and nothing of either page.',
  },
  {
    name: 'staff-api',
    files: '^src-shared/api/staff',
    mayImport: ['shared'],
    node: false,
    advice: 'Staff routes are described with the fields and schemas of src-shared.',
  },
  {
    name: 'shared',
    files: '^src-shared/',
    mayImport: ['staff-api'],
    node: false,
    advice: 'src-shared knows nobody: move what it needs into src-shared, or have it handed in as an argument.',
  },
  {
    name: 'server-entry',
    files: '^src-server/headless\\.ts$',
    mayImport: ['server-index'],
    node: true,
    advice: 'The process entry starts what src-server/index.ts offers; export it there.',
  },
  {
    name: 'server-index',
    files: '^src-server/(index|move-site)\\.ts$',
    mayImport: [
      'server-lifecycle',
      'server-edge',
      'server-sqlite',
      'server-postgres',
      'server-sql',
      'server-system',
      'server-store',
      'server-core',
      'shared',
      'staff-api',
    ],
    node: true,
    advice: 'src-server/index.ts puts the server together from src-server and src-shared.',
  },
  {
    name: 'server-lifecycle',
    files: '^src-server/lifecycle/',
    mayImport: ['server-edge', 'server-store', 'server-core', 'shared', 'staff-api'],
    node: true,
    advice: 'Steps of starting and stopping are given the concrete things that src-server/index.ts made.',
  },
  {
    name: 'server-edge',
    files: '^src-server/(http|sockets)/',
    mayImport: ['server-core', 'shared', 'staff-api'],
    node: true,
    advice: 'Routes and sockets ask a service, and services ask the store; src-server/index.ts hands them in.',
  },
  {
    name: 'server-sqlite',
    files: '^src-server/store/sqlite/',
    mayImport: ['server-sql', 'server-store', 'server-core', 'shared'],
    node: true,
    advice: 'The SQLite store implements the interface in src-server/store/ and knows nothing of who asks.',
  },
  {
    name: 'server-postgres',
    files: '^src-server/store/postgres/',
    mayImport: ['server-sql', 'server-store', 'server-core', 'shared'],
    node: true,
    advice: 'The PostgreSQL store implements the interface in src-server/store/ and knows nothing of who asks.',
  },
  {
    name: 'server-sql',
    files: '^src-server/store/sql/',
    mayImport: ['server-store', 'server-core', 'shared'],
    node: true,
    advice: 'The statements of the store are the same for each engine, and know none of them.',
  },
  {
    name: 'server-store',
    files: '^src-server/store/',
    mayImport: ['server-core', 'shared'],
    node: true,
    advice: 'The store interface is words of the domain; implementations import it, never the other way.',
  },
  {
    name: 'server-system',
    files: '^src-server/[^/]+/system-[^/]+\\.ts$',
    mayImport: ['server-core', 'shared'],
    node: true,
    advice: 'A system-*.ts file wraps one thing of the machine behind an interface that stands beside it.',
  },
  {
    name: 'server-core',
    files: '^src-server/[^/]+/',
    mayImport: ['server-store', 'shared', 'staff-api'],
    node: true,
    advice: 'Take it as an argument, by its interface; only src-server/index.ts makes the concrete thing.',
  },
  {
    name: 'preload',
    files: '^src-main/preload/',
    mayImport: ['shared'],
    node: false,
    advice:
      'The preload is sandboxed: it has electron and src-shared, and the contract of the bridge lies in src-shared.',
  },
  {
    name: 'main',
    files: '^src-main/',
    mayImport: ['shared', 'staff-api', 'server-index'],
    node: true,
    advice: 'Of the server, src-main sees src-server/index.ts only; export there what it needs.',
  },
  {
    name: 'renderer',
    files: '^src-renderer/',
    mayImport: ['shared', 'staff-api', 'shared-ui'],
    node: false,
    advice: 'The console is a page: it asks the server by the API and the desktop by the preload bridge.',
  },
  {
    name: 'kiosk',
    files: '^kiosk/',
    mayImport: ['shared', 'shared-ui'],
    node: false,
    advice: 'The kiosk is a light page for customers: it knows src-shared without the staff API, and src-shared/ui.',
  },
  {
    name: 'tests',
    files: '^(tests|bench|tools)/',
    mayImport: 'everything',
    node: true,
    advice: '',
  },
]

const pages = ['shared-ui', 'renderer', 'kiosk']
const server = ['server-index', 'server-lifecycle', 'server-edge', 'server-core']

/**
 * Which product layers may import which package; `@scope/*` stands for a scope. Tests and tools import what they like.
 * What each package is for is in `docs/dependencies.md`.
 */
export const packages: Readonly<Record<string, readonly string[]>> = {
  valibot: [
    'shared',
    'staff-api',
    'shared-ui',
    ...server,
    'server-sqlite',
    'server-sql',
    'server-store',
    'main',
    'renderer',
    'kiosk',
  ],
  'temporal-polyfill': ['shared', ...server],
  '@lingui/message-utils': ['shared'],
  react: pages,
  'react-dom': pages,
  'react-toastify': pages,
  zustand: pages,
  'react-aria-components': ['renderer'],
  '@internationalized/*': ['renderer'],
  '@fontsource-variable/*': pages,
  'better-sqlite3': ['server-sqlite'],
  pg: ['server-postgres'],
  fastify: ['server-index', 'server-lifecycle', 'server-edge'],
  '@fastify/*': ['server-index', 'server-edge'],
  '@valibot/to-json-schema': ['server-edge'],
  ws: ['server-index', 'server-edge'],
  'multicast-dns': ['server-system'],
  '@redis/client': ['server-system'],
  pino: server,
  '@peculiar/x509': ['server-core'],
  'reflect-metadata': ['server-core'],
  'lean-qr': pages,
  qrcode: server,
  pdfkit: ['server-core'],
  fontkit: ['server-core', 'server-system'],
  'bidi-js': ['server-core'],
  uplot: ['renderer'],
  electron: ['main', 'preload'],
  'electron-updater': ['main'],
}

/** Packages that the product imports though they are devDependencies, because their files are not installed beside it. */
export const providedAtRunTime: readonly string[] = ['electron']
