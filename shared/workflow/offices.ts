/** Parts of the office (enumeration officeRole) by what they answer for. */
export const PROPOSAL_OFFICE = ['提案委'] as const;
export const OPINION_OFFICE = ['研究室', '办公室'] as const;
export const SIGNERS = ['秘书长', '分管领导'] as const;
export const CONSULT_OFFICE = ['街道工委', '专委会', '办公室'] as const;
export const MEMBER_OFFICE = ['委员联络'] as const;
export const GENERAL_OFFICE = ['办公室'] as const;
export const ARCHIVE_OFFICE = ['文史委'] as const;
