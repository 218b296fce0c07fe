/** Who hears of which notice, so that each reads their own and no others. Of shifts the counter was never told. */
export const noticesByRole = /* sql */ `
CREATE TABLE notice_for (
  role TEXT NOT NULL CHECK (role IN ('attendant', 'owner', 'admin')),
  seq INTEGER NOT NULL REFERENCES notice (seq) ON DELETE CASCADE,
  PRIMARY KEY (role, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_for_by_seq ON notice_for (seq);
CREATE INDEX notice_read_by_seq ON notice_read (seq);
INSERT INTO notice_for SELECT r.value, n.seq FROM notice AS n, json_each('["attendant", "owner", "admin"]') AS r
  WHERE r.value <> 'attendant' OR n.body ->> '$.type' <> 'shift_changed';
`
