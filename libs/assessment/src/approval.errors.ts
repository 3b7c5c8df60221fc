import { DomainError } from '@app/kernel';

/** The file lies before the head: nobody declares until the head submits or declines. */
export class AssessmentAwaitsApproval extends DomainError {
  readonly code = 'assessment.awaits-approval';
  readonly kind = 'conflict';

  constructor() {
    super('Hồ sơ đang trình thủ trưởng duyệt.');
  }
}

/** Nobody laid the file before the head, so there is nothing to approve or to decline. */
export class ApprovalIsNotRequested extends DomainError {
  readonly code = 'assessment.approval-is-not-requested';
  readonly kind = 'conflict';

  constructor() {
    super('Hồ sơ chưa được trình thủ trưởng duyệt.');
  }
}

/** Four eyes: whoever approves is not whoever asked for the approval. */
export class ApproverAskedForApproval extends DomainError {
  readonly code = 'assessment.approver-asked-for-approval';
  readonly kind = 'forbidden';

  constructor(account: string) {
    super(`“${account}” đã trình duyệt hồ sơ này nên không được tự duyệt.`, { account });
  }
}
