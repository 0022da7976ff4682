/** What the API shows of somebody's first night. */
import { z } from 'zod'
import { firstNightSteps } from '#domain/first-night.ts'

export const firstNightView = z.object({ done: z.array(z.enum(firstNightSteps)) })
export type FirstNightView = z.infer<typeof firstNightView>
