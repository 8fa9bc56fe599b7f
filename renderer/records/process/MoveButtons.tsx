import { StopOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useId, useState } from 'react';
import type { Move } from './types.ts';

interface MoveButtonsProps {
  readonly moves: readonly Move[];
  readonly onMove: (move: Move) => void;
}

/** The moves as buttons: the usual ones first and blue, then the others, those not possible now, the grave ones apart. */
export function MoveButtons({ moves, onMove }: MoveButtonsProps) {
  const [told, setTold] = useState<string>();
  const can = (move: Move) => move.blocked === undefined;
  const grave = moves.filter((move) => move.tone === 'danger');
  const usual = moves.filter((move) => can(move) && move.tone === 'primary');
  const plain = moves.filter((move) => can(move) && move.tone === undefined);
  const notNow = moves.filter((move) => !can(move) && move.tone !== 'danger');
  const asked = moves.find((move) => move.id === told);
  const reason = asked?.blocked;
  const draw = (list: readonly Move[]) =>
    list.map((move) => <MoveButton key={move.id} move={move} onMove={onMove} onTell={() => setTold(move.id)} />);
  return (
    <div>
      <div className="move-buttons">
        {draw(usual)}
        {draw(plain)}
        {draw(notNow)}
        {grave.length > 0 && <span className="move-grave">{draw(grave)}</span>}
      </div>
      <p role="status" className="move-reason small">
        {asked && reason && (
          <>
            现在不能办“{asked.label}”：{reason}
            {reason.includes('办理日期') && (
              <Button size="small" type="link" onClick={() => onMove(asked)}>
                补记过去的办理
              </Button>
            )}
          </>
        )}
      </p>
    </div>
  );
}

interface MoveButtonProps {
  readonly move: Move;
  readonly onMove: (move: Move) => void;
  readonly onTell: () => void;
}

/** A blocked move stays within reach of the keyboard and the finger: both are told why. */
function MoveButton({ move, onMove, onTell }: MoveButtonProps) {
  const id = useId();
  if (move.blocked === undefined) {
    return (
      <Button
        type={move.tone === 'primary' ? 'primary' : 'default'}
        danger={move.tone === 'danger'}
        onClick={() => onMove(move)}
      >
        {move.label}
      </Button>
    );
  }
  return (
    <>
      <Tooltip title={move.blocked} trigger={['hover', 'focus']}>
        <Button
          className="move-blocked"
          icon={<StopOutlined aria-hidden />}
          aria-disabled
          aria-describedby={id}
          onClick={onTell}
        >
          {move.label}
        </Button>
      </Tooltip>
      <span id={id} className="visually-hidden">
        {move.blocked}
      </span>
    </>
  );
}
