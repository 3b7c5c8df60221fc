export * from './period.events';
