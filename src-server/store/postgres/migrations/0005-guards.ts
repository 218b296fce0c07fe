/** Whoever moves a whole site says so, within one transaction: only then rows go that otherwise stay for ever. */
const UNLESS_RENEWING = `current_setting('kerbside.renewing', true) IS DISTINCT FROM 'yes'`

const refuse = (name: string, when: string, table: string, message: string, condition?: string) => `
CREATE TRIGGER ${name} BEFORE ${when} ON ${table} FOR EACH ROW
${condition === undefined ? '' : `WHEN (${condition}) `}EXECUTE FUNCTION kerbside_refuse('${message}');`

const never = (table: string, what: string, changed = 'UPDATE') =>
  refuse(`${table}_is_never_changed`, changed, table, `${what} are never changed`) +
  refuse(`${table}_is_never_deleted`, 'DELETE', table, `${what} are never deleted`)

const FROZEN_RECEIPT = `UPDATE OF series, number, payment_id, credits_number, issued_at, shift_id, total_minor, currency,
  plate, verify_code, document`
const FROZEN_QUOTE = `UPDATE OF id, purpose, tariff_version_id, bay_class, from_at, to_at, amount_minor, currency, breakdown`
const FROZEN_WEEK = `UPDATE OF first_date, last_date, made_at, agrees, takings_minor, currency, last_seq, figures`

const tablesWithPlates = ['booking', 'stay', 'permit', 'receipt', 'waitlist']
const isNowhere = tablesWithPlates
  .map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE site_id = OLD.site_id AND plate = OLD.plate)`)
  .join(' AND ')

/** What the database refuses whoever asks, and the ends of plates, which are found by what is typed of them. */
export const guards = `
CREATE FUNCTION kerbside_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ${UNLESS_RENEWING} THEN RAISE EXCEPTION '%', TG_ARGV[0]; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
${never('event', 'event rows')}
${never('clock_log', 'clock_log rows')}
${never('tariff_version', 'tariff versions')}
${never('tender', 'tenders')}
${never('receipt', 'receipts', FROZEN_RECEIPT)}
${never('weekly_summary', 'weekly summaries', FROZEN_WEEK)}
${refuse('quote_is_frozen', FROZEN_QUOTE, 'quote', 'quotes are frozen')}
${refuse('shift_closed_is_never_changed', 'UPDATE', 'shift', 'closed shifts are never changed', `OLD.state = 'closed'`)}
${refuse('shift_is_never_deleted', 'DELETE', 'shift', 'shifts are never deleted')}
${refuse('event_personal_is_never_changed', 'UPDATE', 'event_personal', 'what a line tells of a person is erased or kept, never changed')}

CREATE FUNCTION kerbside_no_gap_in_shifts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM shift WHERE site_id = NEW.site_id)
  THEN RAISE EXCEPTION 'shift numbers have no gap'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shift_numbers_have_no_gap BEFORE INSERT ON shift
  FOR EACH ROW EXECUTE FUNCTION kerbside_no_gap_in_shifts();

CREATE FUNCTION kerbside_no_gap_in_receipts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM receipt WHERE site_id = NEW.site_id AND series = NEW.series)
  THEN RAISE EXCEPTION 'receipt numbers have no gap'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_numbers_have_no_gap BEFORE INSERT ON receipt
  FOR EACH ROW EXECUTE FUNCTION kerbside_no_gap_in_receipts();

CREATE FUNCTION kerbside_demo_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'store_state' THEN
    IF EXISTS (SELECT 1 FROM site WHERE site_id = NEW.site_id AND demo = 0)
    THEN RAISE EXCEPTION 'only the time of a demo site can be put ahead'; END IF;
  ELSIF EXISTS (SELECT 1 FROM store_state WHERE site_id = NEW.site_id AND mark_demo_ahead_ms <> 0)
  THEN RAISE EXCEPTION 'a real site begins in true time'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demo_time_is_for_a_demo BEFORE UPDATE OF mark_demo_ahead_ms ON store_state
  FOR EACH ROW WHEN (NEW.mark_demo_ahead_ms <> 0) EXECUTE FUNCTION kerbside_demo_time();
CREATE TRIGGER a_real_site_begins_in_true_time BEFORE INSERT OR UPDATE OF demo ON site
  FOR EACH ROW WHEN (NEW.demo = 0) EXECUTE FUNCTION kerbside_demo_time();

-- Characters that look like another are that one, as in src-shared/plate/plate-search.ts.
CREATE FUNCTION kerbside_plate_ends(plate text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT substr(translate(plate, 'OIBSZ', '01852'), start) FROM generate_series(1, least(length(plate) - 1, 11)) AS start
$$;
CREATE FUNCTION kerbside_plate_is_found() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO plate_part (part, plate, site_id)
    SELECT part, NEW.plate, NEW.site_id FROM kerbside_plate_ends(NEW.plate) AS part ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION kerbside_plate_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ${isNowhere} THEN DELETE FROM plate_part WHERE site_id = OLD.site_id AND plate = OLD.plate
    AND part IN (SELECT kerbside_plate_ends(OLD.plate)); END IF;
  RETURN NULL;
END $$;
${tablesWithPlates
  .map(
    (table) => `CREATE TRIGGER ${table}_plate_is_found AFTER INSERT ON ${table}
  FOR EACH ROW WHEN (NEW.plate <> '') EXECUTE FUNCTION kerbside_plate_is_found();
CREATE TRIGGER ${table}_plate_is_forgotten AFTER UPDATE OF plate ON ${table}
  FOR EACH ROW WHEN (NEW.plate <> OLD.plate AND OLD.plate <> '') EXECUTE FUNCTION kerbside_plate_is_forgotten();`,
  )
  .join('\n')}
`
