import type { AdminLayout } from '../../src-shared/api/admin-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { layoutProblems, type LayoutProblem } from '../../src-shared/lot/layout-problems.ts'
import type { LotLayout } from '../../src-shared/lot/lot-layout.ts'
import { actorOf } from '../identity/principal.ts'
import { lotLayout } from '../site/lot-plan.ts'
import type { Queries, ResourceRow, Transaction } from '../store/store.ts'
import { changeSite, type Admin, type AdminParts } from './admin-parts.ts'
import { versionOf } from './version.ts'

/** The plan of the lot, drawn by hand. A bay that is not on it is let all the same. */
export class LayoutAdmin {
  readonly #parts: AdminParts
  constructor(parts: AdminParts) {
    this.#parts = parts
  }

  get(): Promise<AdminLayout> {
    return this.#parts.store.read(wire)
  }

  async draw({ version, layout }: { version: string; layout: LotLayout }, by: Admin): Promise<AdminLayout | Refusal> {
    return changeSite(this.#parts, 'layout', async (tx) => {
      if ((await wire(tx)).version !== version) return refuse('changed_meanwhile')
      const bays = [...(await tx.resources('bay')), ...(await tx.resources('wash_bay'))]
      const refusal = refusalOf(layout, bays)
      if (refusal !== undefined) return refusal
      const moved = await place(tx, bays, layout)
      const { width, height, features } = layout
      await tx.setLotPlan({ width, height, features: JSON.stringify(features) })
      const data = { moved: moved.join(', '), width, height, features: features.length, laid: layout.bays.length }
      await tx.appendEvent({ at: tx.at, kind: 'lot.drawn', subject: 'site', actor: actorOf(by), data })
      return wire(tx)
    })
  }
}

async function wire(queries: Queries): Promise<AdminLayout> {
  const { layout, drawn } = await lotLayout(queries)
  return { version: versionOf(layout), layout, drawn }
}

/** @returns the labels of the bays whose place is another now */
async function place(tx: Transaction, bays: readonly ResourceRow[], layout: LotLayout): Promise<readonly string[]> {
  const places = new Map(
    layout.bays.map(({ id, x, y, width, height, rotation }) => [id, { x, y, width, height, rotation }]),
  )
  const moved: string[] = []
  for (const bay of bays) {
    const next = places.get(bay.id) ?? null
    if (JSON.stringify(next) === JSON.stringify(bay.place)) continue
    await tx.updateResource(bay.id, { place: next })
    moved.push(bay.label)
  }
  return moved
}

function refusalOf(layout: LotLayout, bays: readonly ResourceRow[]): Refusal | undefined {
  const labels = new Map(bays.map(({ id, label }) => [id, label]))
  const unknown = layout.bays.flatMap(({ id }, index) =>
    labels.has(id) ? [] : [{ path: `body.layout.bays.${index}.id`, message: 'there is no such bay in use' }],
  )
  const named = (id: string) => labels.get(id) ?? id
  const problems = layoutProblems(layout).map((problem) => ({
    path: `body.layout.bays.${layout.bays.findIndex(({ id }) => idsOf(problem).includes(id))}`,
    message: `${idsOf(problem).map(named).join(' and ')}: ${problem.kind}`,
  }))
  const errors = [...unknown, ...problems]
  return errors.length === 0 ? undefined : refuse('invalid_request', 'the plan has problems', { errors })
}

function idsOf(problem: LayoutProblem): readonly string[] {
  return problem.kind === 'overlap' ? problem.ids : [problem.id]
}
