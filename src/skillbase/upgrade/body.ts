import type {SkillbaseInput} from '../schema/skillbase.ts'

export type Body = Omit<SkillbaseInput, 'schema'>
