#!/bin/sh
# Runs once, on an empty data directory: the login that the programs use. The migrations give it the role par_app, and nothing more.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE par_login LOGIN NOINHERIT PASSWORD :'password';
REVOKE ALL ON DATABASE par_ledger FROM PUBLIC;
GRANT CONNECT ON DATABASE par_ledger TO par_login;
SQL
