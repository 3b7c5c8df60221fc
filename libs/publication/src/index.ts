export * from './publication.events';
