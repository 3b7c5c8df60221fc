export * from './survey.events';
