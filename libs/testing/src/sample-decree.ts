/** A decree of tests, signed before any of them begins; labelled, as no such document exists. */
export const sampleDecree = {
  number: '01/NQ-MẪU',
  signedOn: '2010-01-15',
  issuer: 'Cơ quan mẫu',
  title: 'Văn bản mẫu',
} as const;
