/**
 * Fonts for measuring exported documents, kept out of the system in .cache/test-fonts.
 *
 * The faces a Chinese office has (仿宋_GB2312, 方正小标宋 …) may not be shipped or downloaded. Free faces of the same widths
 * (Fandol, GPL with font exception, out of Debian's texlive-lang-chinese) are renamed to those families and given SimSun's
 * vertical metrics, so LibreOffice breaks lines and pages as an office PC does. Without that package arphic faces stand
 * in, without those any installed CJK face: all are one em wide, so 22 × 28 stays measurable and only the looks differ.
 *
 * As a command: `node resources/setup/test-fonts.mjs` prints the path of the private fontconfig file.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
/** Raised when the recipe changes, so that old caches are not used. */
const VERSION = 'v1';

/** The outlines (CFF) are left unread: taking them apart costs fifteen seconds a face. */
const RENAME = `
import sys, json
from fontTools.ttLib import TTFont
job = json.loads(sys.argv[1])
for face in job:
    font = TTFont(face['from'], fontNumber=0, recalcBBoxes=False, recalcTimestamp=False)
    upm = font['head'].unitsPerEm
    up, down = round(upm * 0.859), round(upm * 0.141)
    font['hhea'].ascent, font['hhea'].descent, font['hhea'].lineGap = up, -down, 0
    os2 = font['OS/2']
    os2.usWinAscent, os2.usWinDescent = up, down
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, 0
    os2.fsSelection = (os2.fsSelection & ~0x21) | 0x40
    os2.usWeightClass = 400
    font['head'].macStyle = 0
    font['OS/2'].fsType = 0
    names = font['name']
    names.names = []
    for language, family in ((0x409, face['english']), (0x804, face['chinese'])):
        for name_id, text in ((1, family), (2, 'Regular'), (3, face['english'] + ' test'), (4, family), (6, face['english'])):
            names.setName(text, name_id, 3, 1, language)
    font.save(face['to'])
`;

/** Families an office PC has, by what they are drawn like. */
const FAMILIES = [
  { like: 'fang', chinese: '仿宋_GB2312', english: 'FangSong_GB2312' },
  { like: 'fang', chinese: '仿宋', english: 'FangSong' },
  { like: 'kai', chinese: '楷体_GB2312', english: 'KaiTi_GB2312' },
  { like: 'kai', chinese: '楷体', english: 'KaiTi' },
  { like: 'hei', chinese: '黑体', english: 'SimHei' },
  { like: 'song', chinese: '宋体', english: 'SimSun' },
  { like: 'songBold', chinese: '方正小标宋简体', english: 'FZXiaoBiaoSong-B05S' },
  { like: 'songBold', chinese: '华文中宋', english: 'STZhongsong' },
];

const SOURCES = [
  {
    name: 'fandol',
    packages: ['texlive-lang-chinese'],
    files: {
      fang: 'FandolFang-Regular.otf',
      kai: 'FandolKai-Regular.otf',
      hei: 'FandolHei-Regular.otf',
      song: 'FandolSong-Regular.otf',
      songBold: 'FandolSong-Bold.otf',
    },
  },
  {
    name: 'arphic',
    packages: ['fonts-arphic-gbsn00lp', 'fonts-arphic-gkai00mp', 'fonts-wqy-zenhei'],
    files: {
      fang: 'gbsn00lp.ttf',
      kai: 'gkai00mp.ttf',
      hei: 'wqy-zenhei.ttc',
      song: 'gbsn00lp.ttf',
      songBold: 'gbsn00lp.ttf',
    },
  },
];

function python() {
  for (const candidate of ['/usr/bin/python3', 'python3']) {
    try {
      execFileSync(candidate, ['-c', 'import fontTools'], { stdio: 'ignore' });
      return candidate;
    } catch {
      // Another interpreter may have the library.
    }
  }
  return undefined;
}

function findFile(folder, name) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.name === name) return join(entry.parentPath ?? entry.path, entry.name);
  }
  return undefined;
}

function buildFrom(source, fonts) {
  const interpreter = python();
  if (!interpreter) throw new Error('没有 python3-fonttools');
  const work = mkdtempSync(join(tmpdir(), 'antou-fonts-'));
  try {
    const options = { cwd: work, stdio: 'ignore', timeout: 300_000 };
    execFileSync('apt-get', ['download', ...source.packages], options);
    for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
      execFileSync('dpkg', ['-x', file, join(work, 'x')], options);
    }
    const job = FAMILIES.map(({ like, chinese, english }) => {
      const from = findFile(join(work, 'x'), source.files[like]);
      if (!from) throw new Error(`包里没有 ${source.files[like]}`);
      return { from, to: join(fonts, `${english}${from.endsWith('.otf') ? '.otf' : '.ttf'}`), chinese, english };
    });
    execFileSync(interpreter, ['-c', RENAME, JSON.stringify(job)], { stdio: 'ignore', timeout: 300_000 });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Only the made faces and, for rare characters, the system's: no user configuration that differs from PC to PC. */
function fontconfig(folder, alias) {
  const aliases = alias
    ? FAMILIES.map(
        ({ chinese }) =>
          `<match target="pattern"><test name="family"><string>${chinese}</string></test><edit name="family" mode="assign" binding="strong"><string>${alias}</string></edit></match>`,
      ).join('\n')
    : '';
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${join(folder, 'fonts')}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>${join(folder, 'fontconfig-cache')}</cachedir>
${aliases}
</fontconfig>
`;
}

function installedCjkFace() {
  const list = execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  const families = list
    .split('\n')
    .map((line) => line.split(',')[0].trim())
    .filter(Boolean);
  return families.find((family) => /CJK SC/.test(family)) ?? families[0];
}

/**
 * Makes the fonts once and gives back where they are.
 * @returns {{ fontconfigFile: string, source: 'fandol' | 'arphic' | 'installed' }}
 */
export function ensureTestFonts() {
  const folder = join(root, '.cache', 'test-fonts', VERSION);
  const fontconfigFile = join(folder, 'fonts.conf');
  const mark = (name) => join(folder, `source-${name}`);
  for (const name of ['fandol', 'arphic', 'installed']) {
    if (existsSync(mark(name)) && existsSync(fontconfigFile)) return { fontconfigFile, source: name };
  }
  const building = `${folder}.${process.pid}`;
  mkdirSync(join(building, 'fonts'), { recursive: true });
  let made = 'installed';
  for (const source of SOURCES) {
    try {
      buildFrom(source, join(building, 'fonts'));
      made = source.name;
      break;
    } catch (error) {
      console.error(`测试字体 ${source.name} 未能准备：${error instanceof Error ? error.message : error}`);
    }
  }
  writeFileSync(
    join(building, 'fonts.conf'),
    fontconfig(folder, made === 'installed' ? installedCjkFace() : undefined),
  );
  writeFileSync(join(building, `source-${made}`), '');
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return { fontconfigFile, source: made };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { fontconfigFile, source } = ensureTestFonts();
  console.log(`${fontconfigFile}\t${source}`);
}
