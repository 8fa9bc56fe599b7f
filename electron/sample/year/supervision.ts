import { divide } from './consultation.ts';
import { committeeSeats, held, someSeats } from './event.ts';
import { PROJECTS } from './ground.ts';
import { spread, turn, type YearSetting } from './setting.ts';
import { makeSuggestions } from './suggestion.ts';

const TIMES = 37;
const SUGGESTIONS = 20;
const DELEGATED = 17;

/** Supervision by consultation over the 27 projects of the 14 streets, and what the delegated supervisors did. */
export function makeSupervision(setting: YearSetting): void {
  const { ledger, data, id, issues } = setting;
  const all = ledger
    .of('event')
    .filter(({ values }) => values.subtype === '协商式监督' && String(values.start).startsWith('2024'))
    .map(({ id: event, values }) => ({ event, day: String(values.start).slice(0, 10) }));
  for (let index = all.length; index < TIMES; index++) {
    // The first 27 rounds take every project once; the rest go back to where problems were found.
    const project = index % PROJECTS;
    const { street } = turn(data.organisation.subdistricts, Math.floor(project / 2));
    const { name } = turn(data.organisation.committees, index);
    const day = spread(index, TIMES, 3, 11);
    const event = held(setting, {
      key: `supervision ${index}`,
      category: '监督',
      subtype: '协商式监督',
      title: `${street}${turn(issues, project * 3).topic}协商式监督${index >= PROJECTS ? '（回访）' : ''}`,
      day,
      place: street,
      seats: committeeSeats(setting, name, day).slice(0, 8),
      more: {
        organizer: id('committee', name),
        subdistrictOffices: [id('subdistrictOffice', street)],
        subdistrictOffice: id('subdistrictOffice', street),
        projects: [id('project', String(project))],
        leaders: '梁柏年',
      },
    });
    all.push({ event, day });
  }
  divide(SUGGESTIONS, all.length).forEach((count, index) => {
    const at = all[index];
    const source = at && { field: 'event', type: '监督', id: at.event };
    if (at && source && count > 0) makeSuggestions(setting, { source, day: at.day, count, from: index * 2 + 7 });
  });
  makeDelegated(setting);
}

const POSTS = ['政风行风', '营商环境', '执法检查', '窗口服务'];

function makeDelegated(setting: YearSetting): void {
  const { ledger, data } = setting;
  const done = ledger.events(({ subtype }) => subtype === '委派监督');
  for (let index = done; index < DELEGATED; index++) {
    const day = spread(index, DELEGATED, 2, 11);
    held(setting, {
      key: `delegated ${index}`,
      category: '监督',
      subtype: '委派监督',
      title: `${turn(POSTS, index)}监督员${index % 3 === 0 ? '听证评审' : '调查督查'}（第${index + 1}次）`,
      day,
      place: turn(data.organisation.subdistricts, index).street,
      seats: someSeats(setting, 5, day, `delegated ${index}`),
      campaigns: ['委派监督'],
      more: { organizerText: '委员联络工作委员会' },
    });
  }
}
