import { RecordLink } from '../../ui/RecordLink.tsx';
import type { Item } from './answers.ts';

/** 转化成果: papers, projects and measures that came out of suggestions, each with its suggestion. */
export function Conversions({ items }: { readonly items: readonly Item[] }) {
  const lines = items
    .flatMap((item) => item.conversions.map((one) => ({ ...one, item })))
    .sort((a, b) => b.on.localeCompare(a.on));
  if (lines.length === 0) {
    return <p className="quiet">还没有登记转化成果。答复以后，在“办理”里选“登记转化成果”：政策文件、项目或措施。</p>;
  }
  return (
    <table className="work-table">
      <thead>
        <tr>
          <th>形式</th>
          <th>名称</th>
          <th>日期</th>
          <th>来自哪一条</th>
          <th>主责单位</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ type, title, on, item }) => (
          <tr key={`${item.id}/${type}/${title}/${on}`}>
            <td>{type}</td>
            <td>{title}</td>
            <td>{on}</td>
            <td>
              <RecordLink kind="suggestion" id={item.id}>
                {item.title}
              </RecordLink>
            </td>
            <td>{item.unitName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
