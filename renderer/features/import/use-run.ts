import { App } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { explain } from '../../app/errors.ts';
import { useJob } from '../../app/use-job.ts';
import type { PlanInput } from './import-types.ts';

type Report = Awaited<ReturnType<typeof api.import.report>>['file'];

/** The run of an import, with its report: told as it was planned, since afterwards every row is already there. */
export function useRun(input: () => PlanInput) {
  const { message } = App.useApp();
  const job = useJob(api.import.run);
  const [report, setReport] = useState<Report>();
  const [reporting, setReporting] = useState(false);

  const hand = async () => {
    setReporting(true);
    try {
      await deliver(report ?? (await api.import.report(input())).file);
    } catch (error) {
      message.error(explain(error).message);
    } finally {
      setReporting(false);
    }
  };
  const start = async () => {
    setReporting(true);
    // Without the report the import is as good; it can be asked for in the outcome.
    setReport(
      await api.import.report(input()).then(
        ({ file }) => file,
        () => undefined,
      ),
    );
    setReporting(false);
    return job.run(input());
  };
  return { job, start, hand, reporting };
}
