import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { layoutProblems } from '../../src-shared/lot/layout-problems.ts'
import { sameLabel, type ListedBay, type LotList } from '../../src-shared/lot/lot-list.ts'
import { drawnFeatures } from '../site/lot-plan.ts'
import { newId, type Random } from '../ids/random.ts'
import type { Queries, ResourceRow, Transaction } from '../store/store.ts'
import { bayInUse } from './bay-use.ts'

/** Which bays became what, by their labels. */
export interface LotChanges {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly retired: readonly string[]
}

/** The lot as it is, by the labels of its bays. */
export async function listedLot(queries: Queries): Promise<LotList> {
  const stored = await queries.lotPlan()
  const rows = [...(await queries.resources('bay')), ...(await queries.resources('wash_bay'))]
  return {
    bays: rows.map(({ kind, label, bayClass, place }) => ({
      label,
      bay_class: kind === 'wash_bay' ? 'wash' : (bayClass ?? 'car'),
      place: stored === undefined ? null : place,
    })),
    plan: stored === undefined ? null : { ...stored, features: drawnFeatures(stored) },
  }
}

/** What keeps a list from being a lot. @param path where it stands in the body */
export function lotListRefusal({ bays, plan }: LotList, path: string): Refusal | undefined {
  const labels = bays.map(({ label }) => sameLabel(label))
  const twice = bays.filter(({ label }, index) => labels.indexOf(sameLabel(label)) !== index)
  if (twice.length > 0) {
    const names = twice.map(({ label }) => label)
    return refuse('name_taken', `twice in the list: ${names.join(', ')}`, { names })
  }
  const laid = bays.flatMap(({ place }, index) => (place === null ? [] : [{ id: String(index), ...place }]))
  const at = (index: string | number) => `${path}.bays.${index}.place`
  const errors =
    plan === null
      ? laid.map(({ id }) => ({ path: at(id), message: 'must be null where there is no plan' }))
      : layoutProblems({ width: plan.width, height: plan.height, bays: laid, features: [] }).map((problem) => ({
          path: at(problem.kind === 'overlap' ? problem.ids[1] : problem.id),
          message: problem.kind,
        }))
  return errors.length === 0 ? undefined : refuse('invalid_request', 'the list is no lot', { errors })
}

/** What has to be written to make the lot what a list says. */
interface Steps {
  readonly added: readonly Wanted[]
  readonly changed: readonly { readonly row: ResourceRow; readonly wanted: Wanted }[]
  readonly retired: readonly ResourceRow[]
}

/**
 * Makes the lot what a list says: bays are known by their labels, those that it does not name are retired. Without a plan
 * in the list, what is drawn stays as it is. Everything is looked at before anything is written.
 * @returns a refusal where somebody has, or will have, a bay that would be another
 */
export async function writeLot(
  tx: Transaction,
  list: LotList,
  { random, timezone, path }: { readonly random: Random; readonly timezone: string; readonly path: string },
): Promise<LotChanges | Refusal> {
  const steps = stepsTo(list, await tx.everyResource(), path)
  if (isRefusal(steps)) return steps
  const { added, changed, retired } = steps
  const freed = changed.filter(({ row, wanted }) => row.active && row.bayClass !== wanted.bayClass)
  for (const row of [...freed.map((one) => one.row), ...retired]) {
    const refusal = await bayInUse(tx, row, timezone)
    if (refusal !== undefined) return refusal
  }
  for (const row of retired) await tx.updateResource(row.id, { active: false, place: null })
  for (const { row, wanted } of changed) {
    const { kind: _kind, ...change } = wanted
    await tx.updateResource(row.id, change)
  }
  for (const wanted of added) await tx.insertResource({ id: newId(random), ...wanted })
  if (list.plan !== null) await tx.setLotPlan({ ...list.plan, features: JSON.stringify(list.plan.features) })
  return {
    added: added.map(({ label }) => label),
    changed: changed.map(({ row }) => row.label),
    retired: retired.map(({ label }) => label),
  }
}

function stepsTo({ bays, plan }: LotList, rows: readonly ResourceRow[], path: string): Steps | Refusal {
  const known = new Map(rows.map((row) => [sameLabel(row.label), row]))
  const added: Wanted[] = []
  const changed: { row: ResourceRow; wanted: Wanted }[] = []
  const positions = { bay: 0, wash_bay: 0 }
  for (const [index, bay] of bays.entries()) {
    const wanted = wantedRow(bay, positions)
    const row = known.get(sameLabel(bay.label))
    known.delete(sameLabel(bay.label))
    if (row === undefined) {
      added.push(wanted)
      continue
    }
    if (row.kind !== wanted.kind) return otherKind(`${path}.bays.${index}.bay_class`)
    const place = plan === null && row.active ? row.place : wanted.place
    if (!isSameRow(row, { ...wanted, place })) changed.push({ row, wanted: { ...wanted, place } })
  }
  return { added, changed, retired: [...known.values()].filter(({ active }) => active) }
}

type Wanted = Omit<ResourceRow, 'id'>

function wantedRow({ label, bay_class, place }: ListedBay, positions: Record<ResourceRow['kind'], number>): Wanted {
  const kind = bay_class === 'wash' ? 'wash_bay' : 'bay'
  const bayClass = bay_class === 'wash' ? null : bay_class
  return { kind, label, bayClass, position: ++positions[kind], active: true, place }
}

function isSameRow(row: ResourceRow, { label, bayClass, position, active, place }: Wanted): boolean {
  return (
    row.label === label &&
    row.bayClass === bayClass &&
    row.position === position &&
    row.active === active &&
    row.place?.x === place?.x &&
    row.place?.y === place?.y &&
    row.place?.width === place?.width &&
    row.place?.height === place?.height &&
    row.place?.rotation === place?.rotation
  )
}

function otherKind(path: string): Refusal {
  const message = 'a bay never becomes a wash bay, nor the other way: give it another label'
  return refuse('invalid_request', message, { errors: [{ path, message }] })
}
