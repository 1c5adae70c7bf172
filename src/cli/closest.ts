export {closest, editDistance} from '../closest.ts'
