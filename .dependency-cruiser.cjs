/** Who may import whom; every rule says why. `npm run imports` checks it, test/architecture plants violations. */

/** Libraries that work on text alone and so may be used where there is neither Node nor a page. */
const pure = ['zod', '@orpc/contract', 'pinyin-pro', 'lunar-javascript', 'dayjs', 'opencc-js', 'diff'];
const npm = (names) => `node_modules/(${names.join('|')})/`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycle', '循环引用让人说不清谁依赖谁', {}, { circular: true }),
    // The peers of a benchmark are a package of their own, installed by `npm run bench` alone; what they are measured
    // against comes out of the program's package above them.
    rule('no-missing', '引用的文件必须存在', { pathNot: '^test/bench/' }, { couldNotResolve: true }),
    rule(
      'no-undeclared',
      '用到的包必须写在 package.json 里',
      { pathNot: '^test/bench/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule('not-to-test', '程序不得依赖测试', { pathNot: '^test/' }, { path: '^test/' }),
    rule(
      'not-to-setup',
      '程序不得依赖安装脚本',
      { path: '^(shared|electron|renderer)/' },
      { path: '^resources/setup/' },
    ),

    rule(
      'shared-is-pure',
      'shared 只用 shared 与纯文本库',
      { path: '^shared/' },
      {
        pathNot: ['^shared/', npm(pure)],
      },
    ),
    rule(
      'text-is-lowest',
      'shared/text 不得引用上层',
      { path: '^shared/text/' },
      {
        path: '^shared/(records|workflow|figures|scoring|documents|api)/',
      },
    ),
    rule(
      'records-only-down',
      'shared/records 只往下引用 text',
      { path: '^shared/records/' },
      {
        path: '^shared/(workflow|figures|scoring|documents|api)/',
        pathNot: '^shared/api/errors\\.ts$',
      },
    ),

    rule(
      'services-know-no-door',
      '各项服务不认识门与界面',
      { path: '^electron/(library|search|counting|importing|exporting|sample)/' },
      {
        path: [
          '^electron/(api|shell|cli|web)/',
          '^electron/(main|preload|early|office|office-messages|web|cli)\\.ts$',
          '^renderer/',
        ],
      },
    ),
    rule(
      'library-alone',
      'library 不依赖其他服务',
      { path: '^electron/library/' },
      {
        path: '^electron/(search|counting|importing|exporting|sample)/',
      },
    ),
    rule(
      'search-and-importing-on-library',
      'search、counting 与 importing 在服务中只可用 library',
      {
        path: '^electron/(search|counting|importing)/',
      },
      { path: '^electron/(search|counting|importing|exporting|sample)/', pathNot: '^electron/$1/' },
    ),
    rule(
      'exporting-alone',
      'exporting 不依赖其他服务',
      { path: '^electron/exporting/' },
      {
        path: '^electron/(library|search|importing|sample)/',
      },
    ),
    rule(
      'api-knows-no-door',
      '契约的实现不认识门',
      { path: '^electron/api/' },
      {
        path: [
          '^electron/(shell|cli|web)/',
          '^electron/(main|preload|early|office|office-messages|web|cli)\\.ts$',
          '^renderer/',
        ],
      },
    ),
    rule(
      'electron-only-in-shell',
      '只有外壳可以引用 electron',
      {
        path: '^(shared|electron|renderer)/',
        pathNot: ['^electron/shell/', '^electron/(main|preload|early)\\.ts$'],
      },
      { path: '^electron$|node_modules/electron/' },
    ),
    rule('doors-know-no-page', 'Node 一侧不引用页面', { path: '^electron/' }, { path: '^renderer/' }),

    rule('page-knows-no-node', '页面不引用 Node 与办公进程', { path: '^renderer/' }, { path: '^electron/' }),
    rule('page-uses-no-builtin', '页面里没有 Node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule(
      'features-apart',
      '各功能互不引用',
      { path: '^renderer/features/([^/]+)/' },
      {
        path: '^renderer/features/',
        pathNot: '^renderer/features/$1/',
      },
    ),
    rule(
      'ui-is-lowest',
      '通用界面部件不认识功能与记录',
      { path: '^renderer/ui/' },
      { path: '^renderer/(features|records)/' },
    ),
    rule(
      'records-know-no-feature',
      '通用的记录界面不认识具体功能',
      { path: '^renderer/records/' },
      { path: '^renderer/features/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(test/bench/node_modules|dist|release)/' },
    // Type imports bind the parts together as much as any other import.
    tsPreCompilationDeps: true,
    builtInModules: { add: ['electron'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
