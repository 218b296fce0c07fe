/** Tables whose plates somebody looks for. Each has an index by plate. */
const tables = ['booking', 'stay', 'permit', 'receipt', 'waitlist']
/** The longest plate has so many characters; a part of one alone means nearly every plate. */
const starts = Array.from({ length: 11 }, (_, index) => `(${index + 1})`).join(', ')

/** Characters that look like another are that one, as in `src-shared/plate/plate-search.ts`. */
const folded = (plate: string) =>
  [
    ['O', '0'],
    ['I', '1'],
    ['B', '8'],
    ['S', '5'],
    ['Z', '2'],
  ].reduce((text, [letter, like]) => `replace(${text}, '${letter}', '${like}')`, plate)

const partsOf = (plate: string) =>
  `SELECT substr(${folded(plate)}, start.column1) FROM (VALUES ${starts}) AS start WHERE start.column1 < length(${plate})`

const add = (plate: string) =>
  `INSERT INTO plate_part (part, plate)
    SELECT substr(${folded(plate)}, start.column1), ${plate} FROM (VALUES ${starts}) AS start
    WHERE start.column1 < length(${plate});`

/** A plate that is there already costs one look. */
const isNew = (plate: string) =>
  `${plate} <> '' AND NOT EXISTS (SELECT 1 FROM plate_part WHERE part = ${folded(plate)} AND plate = ${plate})`

const isGone = tables.map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE plate = OLD.plate)`).join(' AND ')

/** Rows stay, and a plate changes in one way: it is erased. */
const triggers = (table: string) => `
CREATE TRIGGER ${table}_plate_is_found AFTER INSERT ON ${table} WHEN ${isNew('NEW.plate')}
BEGIN ${add('NEW.plate')} END;
CREATE TRIGGER ${table}_plate_is_forgotten AFTER UPDATE OF plate ON ${table}
WHEN NEW.plate <> OLD.plate AND OLD.plate <> '' AND ${isGone}
BEGIN DELETE FROM plate_part WHERE plate = OLD.plate AND part IN (${partsOf('OLD.plate')}); END;`

/**
 * Every end of every plate, so that what is typed of one is the beginning of an end, which an index finds among any
 * number of bookings. A plate that is erased everywhere else goes from here in the same transaction.
 */
export const plateParts = /* sql */ `
CREATE TABLE plate_part (
  part TEXT NOT NULL,
  plate TEXT NOT NULL,
  PRIMARY KEY (part, plate)
) STRICT, WITHOUT ROWID;
CREATE INDEX waitlist_by_plate ON waitlist (plate);
INSERT INTO plate_part (part, plate)
  SELECT substr(${folded('known.plate')}, start.column1), known.plate
  FROM (${tables.map((table) => `SELECT plate FROM ${table} WHERE length(plate) > 1`).join(' UNION ')}) AS known,
    (VALUES ${starts}) AS start
  WHERE start.column1 < length(known.plate);
${tables.map(triggers).join('\n')}
`
