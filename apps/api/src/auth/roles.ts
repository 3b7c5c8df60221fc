export { type Role, roleNames, roles, separatedPairIn, unitRoles } from '@app/access';
