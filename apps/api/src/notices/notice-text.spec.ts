import type { Notice, Standing } from '@app/notices';
import { noticeText } from './notice-text';

const about = {
  ...{ year: 2026, position: '7', eventId: 'e7', recordedAt: '2027-03-15T02:00:00.000Z' },
  ...{ correlationId: 'c7', deadline: '2026-11-20T17:00:00.000Z', before: null },
};
const decision = { number: '12/QĐ-UBND', signedOn: '2027-03-14' };
const standing: Standing = {
  ...{ state: 'ranked', rank: 3, n: 4, className: 'Khá' },
  ...{ index: '200/3', indexDisplayed: '66.67' },
};
const unranked: Standing = {
  ...{ state: 'not-submitted', rank: null, n: 4, className: null },
  ...{ index: null, indexDisplayed: null },
};
const changed = { component: '1.1.3', from: '1.5', to: '2', reason: 'Đủ căn cứ' };

it.each<[Pick<Notice, 'kind' | 'says'> & Partial<Pick<Notice, 'before'>>, string]>([
  [
    { kind: 'file-returned', says: { reason: 'Bổ sung tài liệu' } },
    'Hồ sơ được trả lại để bổ sung, nộp lại trước 00:00 21/11/2026 (giờ Việt Nam). Lý do: Bổ sung tài liệu.',
  ],
  [
    { kind: 'extension-granted', says: { components: null, reason: 'Bão.' } },
    'Được gia hạn, nộp hồ sơ trước 00:00 21/11/2026 (giờ Việt Nam). Lý do: Bão.',
  ],
  [
    { kind: 'extension-granted', says: { components: ['1.1.1', '1.1.3'], reason: 'Bão' } },
    'Được gia hạn, nộp hồ sơ trước 00:00 21/11/2026 (giờ Việt Nam), chỉ kê khai tiêu chí 1.1.1, 1.1.3. Lý do: Bão.',
  ],
  [
    { kind: 'explanation-asked', says: { component: '1.1.3', question: 'Còn kết quả nào khác?' } },
    'Cần giải trình tiêu chí 1.1.3 trước 00:00 21/11/2026 (giờ Việt Nam): Còn kết quả nào khác?',
  ],
  [{ kind: 'appraisal-closed', says: { round: 2 } }, 'Thẩm định hồ sơ đã kết thúc (vòng 2).'],
  [
    { kind: 'council-decided', says: { ...changed, minutes: { number: '12/BB', heldOn: '2027-02-05' } } },
    'Hội đồng thẩm định (biên bản số 12/BB ngày 05/02/2027) quyết định tiêu chí 1.1.3: 2 điểm, trước đó 1,5 điểm. Lý do: Đủ căn cứ.',
  ],
  [
    { kind: 'points-ruled', says: { ...changed, to: null, decision } },
    'Quyết định 12/QĐ-UBND ngày 14/03/2027 về kiến nghị, khiếu nại được kết luận là đúng: tiêu chí 1.1.3: không áp dụng, trước đó 1,5 điểm. Lý do: Đủ căn cứ.',
  ],
  [
    { kind: 'points-ruled', says: { ...changed, to: '1.5', decision } },
    'Quyết định 12/QĐ-UBND ngày 14/03/2027 về kiến nghị, khiếu nại được kết luận là đúng: tiêu chí 1.1.3: giữ nguyên 1,5 điểm. Lý do: Đủ căn cứ.',
  ],
  [
    {
      kind: 'objection-answered',
      says: { case: 'score-objection', component: '1.1.3', outcome: 'rejected', reason: 'Không có căn cứ' },
    },
    'Kiến nghị về điểm tiêu chí 1.1.3 đã có kết luận: không được chấp nhận. Lý do: Không có căn cứ.',
  ],
  [
    {
      kind: 'objection-answered',
      says: { case: 'score-complaint', component: null, outcome: 'upheld', reason: 'Đúng' },
    },
    'Khiếu nại về điểm đã có kết luận: được chấp nhận. Lý do: Đúng.',
  ],
  [
    { kind: 'provisional-results', says: standing },
    'Kết quả tạm thời: hạng 3/4, chỉ số 66,67 %, xếp loại Khá. Kiến nghị được nhận trước 00:00 21/11/2026 (giờ Việt Nam).',
  ],
  [
    { kind: 'results-published', says: { ...unranked, decision } },
    'Kết quả được công bố theo Quyết định 12/QĐ-UBND ngày 14/03/2027: không xếp hạng, vì chưa nộp hồ sơ.',
  ],
  [
    { kind: 'results-corrected', says: { ...standing, decision, reason: 'Khiếu nại đúng' } },
    'Kết quả đã công bố được đính chính theo Quyết định 12/QĐ-UBND ngày 14/03/2027: hạng 3/4, chỉ số 66,67 %, xếp loại Khá. Lý do: Khiếu nại đúng.',
  ],
  [
    { kind: 're-ranked', says: standing, before: { ...standing, rank: 4 } },
    'Hạng trong Khối trước đó là 4/4, nay là 3/4. Chỉ số của đơn vị không đổi.',
  ],
  [
    { kind: 're-ranked', says: standing, before: { ...unranked, n: 3 } },
    'Hạng trong Khối trước đó là không xếp hạng, nay là 3/4; xếp loại trước đó là không xếp loại, nay là Khá. Chỉ số của đơn vị thay đổi.',
  ],
  [
    {
      kind: 'succession-ruled',
      says: { predecessorId: 'so_d', takesOver: 'Hồ sơ lĩnh vực 1', reason: 'Kế thừa nhiệm vụ' },
    },
    'Kết quả của đơn vị “so_d” được coi là năm trước của năm 2026. Tiếp nhận: Hồ sơ lĩnh vực 1. Lý do: Kế thừa nhiệm vụ.',
  ],
  [
    { kind: 'succession-ruled', says: { predecessorId: null, takesOver: null, reason: 'Không kế thừa' } },
    'Kết quả của không đơn vị nào được coi là năm trước của năm 2026. Lý do: Không kế thừa.',
  ],
])('$kind: %s', (notice, text) => {
  expect(noticeText({ ...about, ...notice } as Notice)).toBe(text);
});
