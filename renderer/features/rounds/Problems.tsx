import { RecordLink } from '../../ui/RecordLink.tsx';

interface ProblemsProps {
  readonly problems: readonly {
    readonly kind: string;
    readonly id: string;
    readonly title: string;
    readonly note?: string | undefined;
    readonly unit: string;
    readonly state: string;
    readonly due: string;
  }[];
}

/** 问题清单: what was found or advised, who is in charge of it, and how far it is. */
export function Problems({ problems }: ProblemsProps) {
  if (problems.length === 0) return <p className="quiet">还没有登记意见建议。在会议活动里登记后，这里就是问题清单。</p>;
  return (
    <table className="round-table">
      <thead>
        <tr>
          <th className="number">序号</th>
          <th>内容</th>
          <th>性质</th>
          <th>责任单位</th>
          <th>时限</th>
          <th>办理</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ kind, id, title, note, unit, state, due }, index) => (
          <tr key={id}>
            <td className="number">{index + 1}</td>
            <td>
              <RecordLink kind={kind} id={id} titles={{ [`${kind}/${id}`]: { title } }} />
            </td>
            <td>{note}</td>
            <td>{unit || <span className="warn">未定</span>}</td>
            <td>{due}</td>
            <td>{state}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
