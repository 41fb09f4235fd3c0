#!/usr/bin/env bash
# Runs once, when the database's volume is empty: the owner makes the tables, the gateway does what the owner grants it.
set -euo pipefail

psql --no-psqlrc --username postgres --dbname postgres \
    --set ON_ERROR_STOP=1 \
    --set owner_password="$(cat /run/secrets/owner_password)" \
    --set gateway_password="$(cat /run/secrets/gateway_password)" <<'SQL'
CREATE ROLE dianqiao_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE dianqiao LOGIN PASSWORD :'gateway_password';
CREATE DATABASE dianqiao OWNER dianqiao_owner;
REVOKE ALL ON DATABASE dianqiao FROM PUBLIC;
GRANT CONNECT ON DATABASE dianqiao TO dianqiao;
SQL
