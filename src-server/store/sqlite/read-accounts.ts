import BetterSqlite3 from 'better-sqlite3'
import type { StoreAccount } from '../store-contents.ts'

/** The accounts in a store's file that was looked through. */
export function readAccounts(file: string, nativeBinding: string | undefined): readonly StoreAccount[] {
  const db = new BetterSqlite3(file, { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
  try {
    return db
      .prepare<[], Omit<StoreAccount, 'isActive'> & { isActive: number }>(
        `SELECT id, username, role, password_hash AS "passwordHash", active AS "isActive" FROM user`,
      )
      .all()
      .map((account) => ({ ...account, isActive: account.isActive === 1 }))
  } finally {
    db.close()
  }
}
