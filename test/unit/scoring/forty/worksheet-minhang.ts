import { isFiled, ledBy, MEETINGS, rollOf, signedBy, sum, times, WORK, wasThere, writtenBy } from './counts.ts';
import type { Member } from './members.ts';
import type { Proposal } from './papers.ts';

/** 重点主笔15、参与3；优秀主笔10、参与2；同一件取高. */
function distinction(proposal: Proposal, lead: boolean): number {
  if (proposal.key) return lead ? 15 : 3;
  return proposal.excellent ? (lead ? 10 : 2) : 0;
}

/** 闵行: 全会半天5；日常每次5；外出培训全程10、未全程5；立案一年计一次，主笔15、参与3；信息每条5. */
export function minhangTotal(member: Member): number {
  const halves = rollOf(member)
    .filter((one) => one.group === 'plenary' && wasThere(one))
    .map(({ mark, meeting }) => mark.halfDays ?? meeting.halfDays ?? 1);
  const daily = times(member, [...MEETINGS, ...WORK.filter((group) => group !== 'away')], wasThere);
  const awayAll = times(member, ['away'], (one) => one.mark.state === '出席');
  const awayPart = times(member, ['away'], (one) => wasThere(one) && one.mark.state !== '出席');
  const led = ledBy(member).filter(isFiled);
  const signed = signedBy(member).filter(isFiled);
  const filed = led.length > 0 ? 15 : signed.length > 0 ? 3 : 0;
  const distinctions =
    sum(led.map((one) => distinction(one, true))) + sum(signed.map((one) => distinction(one, false)));
  return (
    5 * sum(halves) + 5 * daily + 10 * awayAll + 5 * awayPart + filed + distinctions + 5 * writtenBy(member).length
  );
}
