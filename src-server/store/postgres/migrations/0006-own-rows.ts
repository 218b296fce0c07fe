/** Every table of the schema as it is so far, from the catalogue, so that none is left out. */
export const ownRows = `
DO $$
DECLARE owned name;
BEGIN
  FOR owned IN SELECT c.relname FROM pg_class AS c WHERE c.relnamespace = current_schema()::regnamespace
    AND c.relkind = 'r' AND c.relname <> 'schema_version'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    -- The owner of a table is asked no less than anybody else.
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_rows ON %I USING (site_id = current_setting(''kerbside.site''))', owned);
  END LOOP;
END $$;
`
