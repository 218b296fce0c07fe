/**
 * How far a demo's time was put ahead of true time. That a real site has none is not left to whoever writes: the store
 * takes no commit in which it had.
 */
export const demoTime = /* sql */ `
ALTER TABLE store_state ADD COLUMN mark_demo_ahead_ms REAL NOT NULL DEFAULT 0 CHECK (mark_demo_ahead_ms >= 0);

CREATE TRIGGER demo_time_is_for_a_demo BEFORE UPDATE OF mark_demo_ahead_ms ON store_state
WHEN NEW.mark_demo_ahead_ms <> 0 AND EXISTS (SELECT 1 FROM site WHERE demo = 0)
BEGIN SELECT RAISE(ABORT, 'only the time of a demo site can be put ahead'); END;

CREATE TRIGGER a_real_site_begins_in_true_time BEFORE INSERT ON site
WHEN NEW.demo = 0 AND (SELECT mark_demo_ahead_ms FROM store_state) <> 0
BEGIN SELECT RAISE(ABORT, 'a real site begins in true time'); END;

CREATE TRIGGER a_demo_in_its_own_time_stays_one BEFORE UPDATE OF demo ON site
WHEN NEW.demo = 0 AND (SELECT mark_demo_ahead_ms FROM store_state) <> 0
BEGIN SELECT RAISE(ABORT, 'a real site begins in true time'); END;
`
