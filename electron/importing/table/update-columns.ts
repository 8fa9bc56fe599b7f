/**
 * Headings of the two hidden columns of a list that was exported to be changed in WPS and taken in again: by them the
 * record is found, and it is seen whether the record has changed since.
 */
export const ID_HEADING = '记录编号（请勿改动）';
export const REVISION_HEADING = '版本（请勿改动）';
