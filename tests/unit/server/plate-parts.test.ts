import { describe, expect, it } from 'vitest'
import { foldLookAlikes } from '../../../src-shared/plate/plate-search.ts'
import { memoryStore } from './memory-store.ts'

const ends = (plate: string) =>
  Array.from({ length: plate.length - 1 }, (_, from) => foldLookAlikes(plate.slice(from))).toSorted()

function setUp() {
  const db = memoryStore()
  const add = db.prepare(
    "INSERT INTO waitlist (id, bay_class, plate, state, created_at, made_by) VALUES (?, 'car', ?, 'waiting', 1, 'x')",
  )
  const parts = () => db.prepare<[], string>('SELECT part FROM plate_part ORDER BY part').pluck().all()
  return { db, add, parts }
}

describe('the ends of plates that the search goes by', () => {
  it('are there with the plate, once, with look-alikes as the search reads them', () => {
    const { add, parts } = setUp()
    add.run('w1', 'KL07BO12SZ')
    add.run('w2', 'KL07BO12SZ')
    expect(parts()).toEqual(ends('KL07BO12SZ'))
  })

  it('go when the plate is erased everywhere, and not before', () => {
    const { db, add, parts } = setUp()
    add.run('w1', 'KL07BX1234')
    add.run('w2', 'KL07BX1234')
    const erase = db.prepare("UPDATE waitlist SET plate = '' WHERE id = ?")
    erase.run('w1')
    expect(parts()).toEqual(ends('KL07BX1234'))
    erase.run('w2')
    expect(parts()).toEqual([])
  })
})
