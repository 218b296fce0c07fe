import type { Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { PortInUseError, type PortSetting } from './kerbside-server.ts'

/** Addresses that mean "every one this machine has". */
const EVERY_ADDRESS = new Set(['0.0.0.0', '::'])

/** The port that a listening server got. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A base address without a slash at the end. */
export function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** How this machine itself reaches what listens on a host. */
export function localHost(host: string): string {
  return EVERY_ADDRESS.has(host) ? '127.0.0.1' : host
}

/** The addresses under which the LAN reaches what listens on a host; IPv4 only, because people type them. */
export function lanHosts(host: string): readonly string[] {
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  return EVERY_ADDRESS.has(host) ? own : own.filter((address) => address === host)
}

/** @throws PortInUseError that names the setting */
export async function listen(app: FastifyInstance, host: string, port: number, setting: PortSetting): Promise<void> {
  try {
    await app.listen({ host, port, exclusive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortInUseError(setting, port)
    throw error
  }
}
