import { useLive } from '../../app/live.ts';

const KEYS = [
  ['Ctrl K', '检索：人名可打拼音首字母，Enter 查全文'],
  ['Ctrl Z / Ctrl Y', '撤销、重做上一笔改动（不在文字框里时）'],
  ['Ctrl S', '保存'],
  ['Ctrl F', '在列表里筛选'],
  ['↑ ↓ · Enter · Esc', '列表里移动、打开、收起；记录页按 Esc 回到原来那一行'],
  ['空格 · Shift ↑↓ · Ctrl A', '列表里选中一条、几条、全部'],
  ['F2', '修改当前记录'],
  ['Delete', '删除选中的记录（可撤销）'],
] as const;

export function AboutTab() {
  const { version, door, library } = useLive();
  return (
    <div className="settings-stack">
      <section className="card">
        <h2>政协案头 {version}</h2>
        <p>资料全部存在本机的资料库文件夹里，程序不联网，没有后台上传、自动更新和统计。</p>
        <p className="quiet">
          {door === 'desktop' ? '桌面窗口' : '浏览器窗口'} · 资料库编号 {library?.id} · 第 {library?.seq} 笔
        </p>
        <p className="quiet">
          本程序使用了 React、Ant Design、oRPC、TanStack、Tiptap、docx 等开放源代码软件，各自的许可全文见安装目录中的
          THIRD-PARTY.txt。
        </p>
      </section>
      <section className="card">
        <h2>键盘</h2>
        <dl className="settings-keys">
          {KEYS.map(([keys, words]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>保密提示</h2>
        <p>本资料库按非涉密（内部、工作秘密）使用。标有密级的文件严禁在非涉密电脑上处理、存放，请不要导入这里。</p>
      </section>
    </div>
  );
}
