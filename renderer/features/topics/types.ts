import type { api, Output } from '../../app/api.ts';

export type TopicBoard = Output<typeof api.workTopics.board>;
export type TopicCard = TopicBoard['topics'][number];
