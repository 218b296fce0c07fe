import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { Random } from '../ids/random.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Store } from '../store/store.ts'
import type { Passwords } from './passwords.ts'
import type { FailureLimits } from './rate-limits.ts'

/** What it takes to know people and devices by their secrets. */
export interface IdentityParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly events: EventBus
  readonly site: SiteService
  readonly failures: FailureLimits
  readonly passwords: Passwords
}
