export * from './casework.events';
