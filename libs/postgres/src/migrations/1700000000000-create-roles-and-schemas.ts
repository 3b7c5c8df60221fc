import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The application's role and the two schemas. `log` holds the events, made by migrations only. In `read_model` the application
 * itself makes and drops derived tables. `public` stays as it was. Roles belong to the whole cluster, hence "if it is missing".
 */
export class CreateRolesAndSchemas1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'par_app') THEN CREATE ROLE par_app NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- Another database of the cluster was migrated meanwhile.
      END $$`);
    await runner.query('CREATE SCHEMA IF NOT EXISTS log');
    await runner.query('CREATE SCHEMA IF NOT EXISTS read_model');
    await runner.query('GRANT USAGE ON SCHEMA log TO par_app');
    await runner.query('GRANT USAGE, CREATE ON SCHEMA read_model TO par_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA read_model, log');
  }
}
