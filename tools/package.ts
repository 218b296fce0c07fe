import { readOrder } from './package/order.ts'
import { makeProducts } from './package/products.ts'
import { packageApplication } from './package/unpacked.ts'
import { say } from './terminal/progress.ts'

try {
  const order = readOrder(process.argv.slice(2), process)
  if (order.targets === undefined) await packageApplication(order)
  else await makeProducts({ ...order, targets: order.targets })
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
