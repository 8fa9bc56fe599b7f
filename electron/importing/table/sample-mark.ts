/** Stands in the sample rows of a template; a clerk who forgets to delete them imports no invented records. */
export const SAMPLE_MARK = '样例，填写前请删去';
