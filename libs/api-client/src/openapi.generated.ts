// Made by `npm run openapi` from docs/openapi.json, SHA-256 7e3345f341ba5285812bcc10f2adccc429fa342f087389ce366eb1cee1c4eccd.
export interface paths {
    readonly "/scorecards/{year}/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Đơn vị được bao nhiêu điểm trong năm, vì sao?
         * @description How many points did the unit get in the year, and why?
         */
        readonly get: operations["ScorecardController_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rankings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Có những Khối nào, mỗi Khối có những năm nào?
         * @description Which blocks are there, and which years of each?
         */
        readonly get: operations["RankingController_blocks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rankings/units/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Đơn vị đứng thứ mấy qua các năm?
         * @description Where did the unit stand over the years?
         */
        readonly get: operations["RankingController_history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rankings/{year}/{blockId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Ai đứng thứ mấy, như đã công bố?
         * @description Who stands where, as published?
         */
        readonly get: operations["RankingController_published"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rankings/{year}/{blockId}/present": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hiện ai đứng thứ mấy, kể cả trước khi công bố?
         * @description Who stands where now, also before publication?
         */
        readonly get: operations["RankingController_present"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/self-scores": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Kê khai một tiêu chí thành phần; điểm tính theo quy tắc
         * @description Declares one component; the points follow from the rule
         */
        readonly post: operations["AssessmentController_recordSelfScore"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/extensions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gia hạn nộp cho đơn vị, toàn bộ hồ sơ hoặc một số tiêu chí thành phần, có lý do
         * @description Lets the unit submit its file, or some components, until a later instant, for a reason
         */
        readonly post: operations["AssessmentController_grantExtension"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/appraisal-extensions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gia hạn thẩm định, toàn bộ hồ sơ hoặc một số tiêu chí thành phần, có lý do
         * @description Lets a submitted file, or some components, be appraised until a later instant, for a reason
         */
        readonly post: operations["AssessmentController_grantAppraisalExtension"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/approval-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Trình thủ trưởng duyệt hồ sơ; trong lúc chờ không kê khai
         * @description Lays the complete file before the head; nobody declares meanwhile
         */
        readonly post: operations["ApprovalController_request"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/approval-refusals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thủ trưởng không duyệt, trả lại cán bộ, có lý do
         * @description Gives the file back to the officer, with the reason
         */
        readonly post: operations["ApprovalController_decline"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/submission": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Phê duyệt và nộp hồ sơ; từ đó hồ sơ bị khóa
         * @description Approves and submits the file; it is locked from then on
         */
        readonly post: operations["ApprovalController_submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/flags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Đề xuất xem xét gì, cho ai, căn cứ nào?
         * @description What is proposed for whom, and on what grounds?
         */
        readonly get: operations["AccountabilityController_all"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/flags/units/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Đề xuất xem xét gì cho một đơn vị?
         * @description What is proposed for one unit?
         */
        readonly get: operations["AccountabilityController_ofUnit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Đơn vị cần biết những gì: được yêu cầu gì, quyết định nào, kết quả nào, hạn đến bao giờ?
         * @description What has the unit to know of?
         */
        readonly get: operations["NoticesController_ofUnit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hồ sơ của năm đang ở đâu, chờ ai làm gì, đến bao giờ?
         * @description How do the files of the year stand, and what waits for whom?
         */
        readonly get: operations["FileRegisterController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hồ sơ đã qua những việc gì, do ai, khi nào, vì sao, còn chờ gì?
         * @description How did the file come to where it stands, and what does it wait for?
         */
        readonly get: operations["FileRegisterController_course"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Tiến trình có trả lời không?
         * @description The process answers
         */
        readonly get: operations["HealthController_live"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hệ thống đã sẵn sàng chưa, nếu chưa thì vướng gì?
         * @description Log and database answer, and the read models keep up; else 503 that says what stands in the way
         */
        readonly get: operations["HealthController_ready"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/projections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Số liệu đọc theo kịp nhật ký đến đâu, bộ chiếu nào đang được dựng lại?
         * @description How far is each read model, and which is being rebuilt?
         */
        readonly get: operations["ProjectionController_all"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Vào một ngày, có những đơn vị nào?
         * @description Which units were there on a day?
         */
        readonly get: operations["UnitRegisterController_find"];
        readonly put?: never;
        /**
         * Đăng ký đơn vị
         * @description Registers a unit
         */
        readonly post: operations["UnitController_register"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/renaming": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Đổi tên đơn vị kể từ một ngày
         * @description Gives the unit another name from a day on
         */
        readonly post: operations["UnitController_rename"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/dissolution": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Giải thể đơn vị; kết quả cũ vẫn xem được
         * @description Ends the unit; its results stay readable
         */
        readonly post: operations["UnitController_dissolve"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/levels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi đơn vị đổi loại, đổi cấp hoặc đổi đơn vị cấp trên
         * @description The unit goes on as another type, on another level or under another parent
         */
        readonly post: operations["UnitController_changeLevel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/lineage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi đơn vị được hình thành từ những đơn vị nào
         * @description Records out of which units the unit came
         */
        readonly post: operations["UnitController_recordLineage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/offices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi người nhận chức vụ cấp trưởng hoặc cấp phó
         * @description A person takes office as head or deputy
         */
        readonly post: operations["UnitController_takeOffice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/departures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi người thôi giữ chức vụ
         * @description A person leaves office
         */
        readonly post: operations["UnitController_leaveOffice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/succession-rulings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Quyết định kết quả của đơn vị nào được coi là năm trước của đơn vị này
         * @description Rules whose result counts as the unit's last year
         */
        readonly post: operations["UnitController_ruleSuccession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/tenure-corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sửa, hoặc rút, một nhiệm kỳ đã ghi nhầm người hoặc nhầm ngày
         * @description Puts right a tenure that was recorded wrongly
         */
        readonly post: operations["UnitController_correctTenure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/change-withdrawals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Rút một biến động của đơn vị đã ghi nhầm, khi chưa có gì dựa vào đó
         * @description Takes back a change of the unit that was recorded by mistake
         */
        readonly post: operations["UnitController_withdrawChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Vào một ngày, đơn vị mang tên gì, cấp nào, thuộc đâu, hình thành từ đâu?
         * @description What was the unit on a day?
         */
        readonly get: operations["UnitRegisterController_unit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/blocks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lập Khối
         * @description Defines a block
         */
        readonly post: operations["BlockController_define"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/blocks/{blockId}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Vào một ngày, Khối gồm những đơn vị nào?
         * @description Who belonged to the block on a day?
         */
        readonly get: operations["BlockRegisterController_members"];
        readonly put?: never;
        /**
         * Đưa đơn vị vào Khối
         * @description A unit joins the block
         */
        readonly post: operations["BlockController_join"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/blocks/{blockId}/departures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Đưa đơn vị ra khỏi Khối
         * @description A unit leaves the block
         */
        readonly post: operations["BlockController_leave"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/blocks/{blockId}/membership-corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sửa, hoặc rút, lần vào Khối đã ghi nhầm ngày hoặc nhầm Khối
         * @description Puts right a membership that was recorded wrongly
         */
        readonly post: operations["BlockController_correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/periods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Đã mở những năm đánh giá nào?
         * @description Which years were opened?
         */
        readonly get: operations["PeriodReadsController_list"];
        readonly put?: never;
        /**
         * Mở năm đánh giá; bộ tiêu chí và thời hạn được cố định
         * @description Opens an assessment year; its rules and deadlines are frozen
         */
        readonly post: operations["PeriodController_open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/periods/{year}/skipped-blocks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi Khối không đánh giá trong năm
         * @description A block is not assessed this year
         */
        readonly post: operations["PeriodController_skipBlock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/periods/{year}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Trong năm, mỗi Khối theo bộ tiêu chí nào, hạn nộp và hạn thẩm định đến bao giờ?
         * @description Which rules and deadlines bind in the year?
         */
        readonly get: operations["PeriodReadsController_ofYear"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/periods/{year}/record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Ai đã ghi gì về năm đánh giá, khi nào?
         * @description Who recorded what of the year?
         */
        readonly get: operations["PeriodReadsController_recordOf"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/working-calendars": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Đã ghi lịch làm việc của những năm nào?
         * @description Of which years is the calendar recorded?
         */
        readonly get: operations["CalendarController_list"];
        readonly put?: never;
        /**
         * Ghi ngày nghỉ lễ, tết và ngày làm bù của một năm
         * @description Records the days off and the made-up days of a year
         */
        readonly post: operations["CalendarController_record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/working-calendars/{year}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Trong năm, cơ quan nghỉ và làm bù những ngày nào, theo văn bản nào?
         * @description On which days of the year are offices closed?
         */
        readonly get: operations["CalendarController_ofYear"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/confirmations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thẩm định: đồng ý với điểm hiện có
         * @description Agrees with the points that stand
         */
        readonly post: operations["AppraisalController_confirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/adjustments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thẩm định: cho điểm khác, có lý do
         * @description Gives other points, with the reason
         */
        readonly post: operations["AppraisalController_adjust"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/returns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thẩm định: trả hồ sơ để đơn vị bổ sung
         * @description Sends the file back to the unit for completion
         */
        readonly post: operations["AppraisalCourseController_return"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/field-closures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Kết thúc một vòng thẩm định của một lĩnh vực, hoặc phần của một cơ quan chủ trì
         * @description Ends a round of appraisal in a field, or in what one lead agency appraises of it
         */
        readonly post: operations["AppraisalCourseController_closeField"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/closure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Kết thúc thẩm định hồ sơ
         * @description Ends the appraisal of the file
         */
        readonly post: operations["AppraisalCourseController_close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/explanations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thẩm định: yêu cầu đơn vị giải trình một tiêu chí, có hạn
         * @description Asks the unit to explain a component, by an instant
         */
        readonly post: operations["ExplanationController_ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/explanations/{explanationId}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Đơn vị giải trình, kèm tài liệu bổ sung nếu có
         * @description Explains, with what evidence there is to add
         */
        readonly post: operations["ExplanationController_give"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/council-decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi quyết định của Hội đồng thẩm định về một tiêu chí, theo biên bản và số phiếu
         * @description Enters what the council decided about a component, by its minutes and votes
         */
        readonly post: operations["CouncilController_decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/rulings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi điểm theo quyết định về kiến nghị, khiếu nại được kết luận là đúng
         * @description Gives a component the points of a decision on an upheld case
         */
        readonly post: operations["RulingController_rule"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/surveys/{year}/{unitId}/batches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi một đợt khảo sát, tối đa 500 phiếu
         * @description Records a batch of at most 500 responses; its questions are those of the rules that bind the unit in the year
         */
        readonly post: operations["SurveyController_record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/surveys/{year}/{unitId}/withdrawals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Rút một đợt khảo sát; đợt đó vẫn xem được
         * @description A batch no longer counts; it stays readable
         */
        readonly post: operations["SurveyController_withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/surveys/{year}/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Có những đợt khảo sát nào về đơn vị, kết quả được tính ra sao?
         * @description Which survey batches about the unit are on record, and how do they count?
         */
        readonly get: operations["SurveyReadsController_ofUnit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Có những vụ việc nào, vụ việc nào đến hạn trước?
         * @description Which cases are there, and which is due first?
         */
        readonly get: operations["CaseListController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Có những vụ việc nào về đơn vị?
         * @description Which cases about the unit are on record?
         */
        readonly get: operations["CaseReadsController_ofUnit"];
        readonly put?: never;
        /**
         * Tiếp nhận phản ánh, kiến nghị, khiếu nại
         * @description A case arrived
         */
        readonly post: operations["CaseworkController_receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}/objections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thủ trưởng kiến nghị về điểm của đơn vị mình
         * @description The head objects to the score of the own unit
         */
        readonly post: operations["CaseworkController_object"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}/{caseId}/registration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cấp số vào sổ cho vụ việc chưa có số
         * @description The office gives a case that came in without a number its own
         */
        readonly post: operations["CaseworkController_registerNumber"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}/{caseId}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ghi đơn vị đã trả lời vụ việc
         * @description The unit answered
         */
        readonly post: operations["CaseworkController_answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}/{caseId}/closure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Kết thúc vụ việc
         * @description The case is concluded
         */
        readonly post: operations["CaseworkController_close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}/{caseId}/course": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Vụ việc diễn biến thế nào, ai ghi, khi nào, kết luận ra sao?
         * @description What was recorded of the case, by whom and when?
         */
        readonly get: operations["CaseReadsController_course"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}/{caseId}/rulings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Điểm nào đã được quyết định lại theo vụ việc?
         * @description Which points were ruled on the case?
         */
        readonly get: operations["CaseReadsController_rulings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/results/{year}/{blockId}/opening": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Mở hồ sơ của mọi đơn vị trong Khối
         * @description Opens the file of every member of the block
         */
        readonly post: operations["PublicationController_open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/results/{year}/{blockId}/provisional-results": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thông báo kết quả tạm thời để các đơn vị kiến nghị
         * @description Shows the units their results, to object before an instant
         */
        readonly post: operations["PublicationController_announce"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/results/{year}/{blockId}/publication": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Công bố kết quả theo quyết định
         * @description Makes the results official, by a decision
         */
        readonly post: operations["PublicationController_publish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/results/{year}/{blockId}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Đính chính kết quả đã công bố, tính lại từ nhật ký
         * @description Computes official results anew, by a decision
         */
        readonly post: operations["PublicationController_correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/results/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Nhập kết quả đã công bố ở nơi khác, kèm nguồn
         * @description Takes over results published elsewhere, with their source
         */
        readonly post: operations["PublicationController_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rulesets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Có những bộ tiêu chí nào?
         * @description Which rulesets are there?
         */
        readonly get: operations["RulesetController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rulesets/{id}/{version}/{sha256}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Toàn văn một bộ tiêu chí, đúng đến từng byte
         * @description One ruleset in full, down to its bytes; its JSON Schema says what it holds
         */
        readonly get: operations["RulesetController_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/accounts/{accountId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Tài khoản giữ quyền gì, từ bao giờ?
         * @description What does the account hold, since when?
         */
        readonly get: operations["AccessController_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/accounts/{accountId}/grants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cấp quyền cho một người; mã quyền là Idempotency-Key
         * @description Gives a person a role; its id is the Idempotency-Key
         */
        readonly post: operations["AccessController_grant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/accounts/{accountId}/revocations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thu hồi quyền, có hiệu lực ngay
         * @description Takes a role back, at once
         */
        readonly post: operations["AccessController_revoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/accounts/{accountId}/delegations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ủy quyền cho tài khoản đó làm thay mình; mã ủy quyền là Idempotency-Key
         * @description Lets that account act for oneself; its id is the Idempotency-Key
         */
        readonly post: operations["AccessController_delegate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/accounts/{accountId}/withdrawals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Thu hồi ủy quyền mà mình đã giao
         * @description Takes a delegation back that one gave to that account
         */
        readonly post: operations["AccessController_withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lúc này tôi được làm gì, được làm thay ai, ai được làm thay tôi?
         * @description What may I do at this moment, for whom may I act, and who may act for me?
         */
        readonly get: operations["MeController_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/viewings/{year}/{unitId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Trong năm, ai đã xem hồ sơ chưa công khai của đơn vị?
         * @description Who looked at papers of the unit in the calendar year?
         */
        readonly get: operations["ViewingController_ofUnit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/list-viewings/{day}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Trong ngày, ai đã xem những danh sách chưa công khai?
         * @description Who looked at lists that are not public on the day?
         */
        readonly get: operations["ListViewingController_ofDay"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me/sign-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Đăng xuất; phiên không dùng lại được nữa
         * @description Ends the session for ever, whoever kept its cookie
         */
        readonly post: operations["SignOutController_signOut"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/issuers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Có thể đăng nhập qua những nơi cấp danh tính nào?
         * @description By which identity providers can one sign in?
         */
        readonly get: operations["SignInController_issuers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Chuyển trình duyệt tới nơi cấp danh tính
         * @description Sends the browser to an identity provider
         */
        readonly get: operations["SignInController_begin"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Nơi cấp danh tính đưa trình duyệt trở lại
         * @description Where the identity provider sends the browser back to
         */
        readonly get: operations["SignInController_end"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/units/{unitId}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hồ sơ đơn vị đang ở phiên bản nào?
         * @description Where does the record of the unit stand?
         */
        readonly get: operations["RevisionController_ofUnit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/blocks/{blockId}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hồ sơ Khối đang ở phiên bản nào?
         * @description Where does the record of the block stand?
         */
        readonly get: operations["RevisionController_ofBlock"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/periods/{year}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Năm đánh giá đang ở phiên bản nào?
         * @description Where does the record of the year stand?
         */
        readonly get: operations["RevisionController_ofPeriod"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/working-calendars/{year}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lịch làm việc của năm đang ở phiên bản nào?
         * @description Where does the calendar of the year stand?
         */
        readonly get: operations["RevisionController_ofCalendar"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/assessments/{year}/{unitId}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hồ sơ đánh giá đang ở phiên bản nào? ETag này là If-Match của thao tác ghi
         * @description Where does the file of the unit for the year stand?
         */
        readonly get: operations["RevisionController_ofFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/surveys/{year}/{unitId}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Các đợt khảo sát về đơn vị đang ở phiên bản nào?
         * @description Where do the survey batches about the unit stand?
         */
        readonly get: operations["RevisionController_ofSurvey"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/cases/{year}/{unitId}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Các vụ việc về đơn vị đang ở phiên bản nào?
         * @description Where do the cases about the unit stand?
         */
        readonly get: operations["RevisionController_ofCases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/results/{year}/{blockId}/revision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Kết quả của Khối đang ở phiên bản nào?
         * @description Where do the results of the block stand?
         */
        readonly get: operations["RevisionController_ofResults"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly RulesetAnswer: {
            /** @description Id of the ruleset (bộ tiêu chí) */
            readonly id: string;
            /** @description Version */
            readonly version: number;
            /** @description SHA-256 of its canonical JSON */
            readonly sha256: string;
            /** @description Title */
            readonly title: string;
            /** @description True: a sample (mẫu), not an official ruleset */
            readonly sample: boolean;
        };
        readonly AmountAnswer: {
            /** @description Exact: a decimal, or a fraction such as 2/3 */
            readonly exact: string;
            /** @description Rounded once, with a decimal point */
            readonly displayed: string;
        };
        readonly SubtotalAnswer: {
            /** @description Code */
            readonly code: string;
            /** @description Name */
            readonly name: string;
            /** @description Sum of unrounded points */
            readonly points: components["schemas"]["AmountAnswer"];
            /** @description Maximum */
            readonly maximum: components["schemas"]["AmountAnswer"];
        };
        readonly ScoreEventAnswer: {
            /** @description The event */
            readonly eventId: string;
            /** @description What happened */
            readonly type: string;
            /** @description The account that recorded it */
            readonly actor: string;
            /** @description The account that delegated; null: in the own right */
            readonly onBehalfOf: string | null;
            /** @description The role in which it was recorded */
            readonly role: string;
            /** @description When */
            readonly recordedAt: string;
            /** @description Position in the log */
            readonly position: string;
        };
        readonly EvidenceAnswer: {
            /** @description Digest of the file */
            readonly sha256: string;
            /** @description Name of the file */
            readonly name: string;
            /** @description Who issued it */
            readonly issuer: string | null;
            /** @description Its number */
            readonly number: string | null;
            /** @description When it was issued */
            readonly issuedOn: string | null;
        };
        readonly GivenExplanationAnswer: {
            /** @description What the unit explained */
            readonly text: string;
            /** @description Documents that the declaration did not name */
            readonly evidence: readonly components["schemas"]["EvidenceAnswer"][];
            /** @description Who explained, and when */
            readonly given: components["schemas"]["ScoreEventAnswer"];
        };
        readonly ExplanationThreadAnswer: {
            /** @description Id of the question in this file */
            readonly explanationId: string;
            /** @description Code of the component */
            readonly component: string;
            /** @description Round of appraisal */
            readonly round: number;
            /** @description What is to be explained */
            readonly question: string;
            /** @description Answered before this instant, or lapsed from it on */
            readonly answerBy: string;
            /** @description Who asked, and when */
            readonly asked: components["schemas"]["ScoreEventAnswer"];
            /** @description The answer; null: none yet */
            readonly answer: components["schemas"]["GivenExplanationAnswer"] | null;
        };
        readonly CitationAnswer: {
            /** @description The document */
            readonly document: string;
            /** @description Where in it */
            readonly clause: string;
        };
        readonly ComponentScoreAnswer: {
            /** @description Code of the component (tiêu chí thành phần) */
            readonly code: string;
            /** @description Name */
            readonly name: string;
            /** @description Code of the criterion (tiêu chí) */
            readonly criterion: string;
            /** @description Code of the field (lĩnh vực) */
            readonly field: string;
            /**
             * @description Which part of the total it belongs to
             * @enum {string}
             */
            readonly part: "appraised" | "survey" | "bonus" | "penalty";
            /**
             * @description missing: not appraised yet, or a person must decide
             * @enum {string}
             */
            readonly state: "scored" | "not-applicable" | "missing";
            /** @description Self-score (điểm tự chấm), for comparison */
            readonly self: components["schemas"]["AmountAnswer"] | null;
            /** @description Exact points given by the appraiser (điểm thẩm định) */
            readonly appraised: string | null;
            /** @description Exact points by a decision on an upheld case, above the appraised ones; null: no decision */
            readonly ruled: string | null;
            /** @description The points that count */
            readonly points: components["schemas"]["AmountAnswer"] | null;
            /** @description The applicable maximum */
            readonly maximum: components["schemas"]["AmountAnswer"];
            /** @description Exact points as published */
            readonly published: string | null;
            /** @description Vietnamese: why these points */
            readonly reason: string;
            /** @description The clause that its rule comes from */
            readonly citation: components["schemas"]["CitationAnswer"];
            /**
             * @description What the unit declared, as it declared it; null: nothing
             * @example {
             *       "kind": "ratio",
             *       "numerator": "95",
             *       "denominator": "100"
             *     }
             */
            readonly declaration: ({
                readonly kind?: string;
            } & {
                readonly [key: string]: unknown;
            }) | null;
            /** @description Documents named as its proof (tài liệu kiểm chứng) */
            readonly evidence: readonly components["schemas"]["EvidenceAnswer"][];
            /** @description The events behind it */
            readonly eventIds: readonly string[];
            /** @description The same events in log order: who recorded what and when */
            readonly events: readonly components["schemas"]["ScoreEventAnswer"][];
        };
        readonly DecisionAnswer: {
            /** @description Number */
            readonly number: string;
            /** @description Date of signing */
            readonly signedOn: string;
            /** @description Who signed */
            readonly signer: string;
        };
        readonly OfficialResultAnswer: {
            /** @description Total */
            readonly total: components["schemas"]["AmountAnswer"];
            /** @description Index % */
            readonly index: components["schemas"]["AmountAnswer"];
            /** @description Class (xếp loại) */
            readonly className: string;
            /** @description Rank within the block */
            readonly rank: number;
            /** @description True: shares the rank (đồng hạng) */
            readonly tied: boolean;
            /** @description Number of ranked units */
            readonly n: number;
            /** @description The event that says so */
            readonly eventId: string;
            /** @description The decision that published or corrected it */
            readonly decision: components["schemas"]["DecisionAnswer"];
            /** @description When it was published or corrected */
            readonly publishedAt: string;
            /** @description Why it was corrected; null: as first published */
            readonly correction: string | null;
        };
        readonly ProvisionalResultAnswer: {
            /** @description Total */
            readonly total: components["schemas"]["AmountAnswer"];
            /** @description Index % */
            readonly index: components["schemas"]["AmountAnswer"];
            /** @description Class (xếp loại) */
            readonly className: string;
            /** @description Rank within the block */
            readonly rank: number;
            /** @description True: shares the rank (đồng hạng) */
            readonly tied: boolean;
            /** @description Number of ranked units */
            readonly n: number;
            /** @description The event that says so */
            readonly eventId: string;
            /** @description When it was announced */
            readonly announcedAt: string;
        };
        readonly HaltAnswer: {
            /** @description The event */
            readonly eventId: string;
            /** @description Its type */
            readonly type: string;
            /** @description Its stream */
            readonly stream: string;
            /** @description Position in the log */
            readonly position: string;
        };
        readonly UnitScoreAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Its name */
            readonly unitName: string | null;
            /** @description Assessment year */
            readonly year: number;
            /** @description Its block (Khối) */
            readonly blockId: string;
            /**
             * @description open until provisional results are announced, provisional until they are published
             * @enum {string}
             */
            readonly status: "open" | "provisional" | "official";
            /** @description The unit may object before this instant; null unless provisional */
            readonly objectUntil: string | null;
            /**
             * @description Where the file stands
             * @enum {string}
             */
            readonly phase: "declaring" | "awaiting-approval" | "submitted" | "appraised";
            /** @description The rules that bind it */
            readonly ruleset: components["schemas"]["RulesetAnswer"];
            /** @description Appraised points */
            readonly appraised: components["schemas"]["AmountAnswer"];
            /** @description Survey points (điều tra xã hội học) */
            readonly survey: components["schemas"]["AmountAnswer"];
            /** @description Bonus, within its cap */
            readonly bonus: components["schemas"]["AmountAnswer"];
            /** @description Penalty, within its cap */
            readonly penalty: components["schemas"]["AmountAnswer"];
            /** @description Self-scores, for comparison only: never part of the total */
            readonly self: components["schemas"]["AmountAnswer"];
            /** @description Total */
            readonly total: components["schemas"]["AmountAnswer"];
            /** @description True: components are missing, and the total is the sum of those known so far */
            readonly partial: boolean;
            /** @description The applicable maximum */
            readonly maximum: components["schemas"]["AmountAnswer"];
            /** @description Total ÷ maximum × 100; null while a component is missing */
            readonly index: components["schemas"]["AmountAnswer"] | null;
            /** @description Class (xếp loại) */
            readonly className: string | null;
            /** @description Grade */
            readonly grade: string | null;
            /** @description Components still missing */
            readonly missing: readonly string[];
            /** @description Per field (lĩnh vực) */
            readonly fields: readonly components["schemas"]["SubtotalAnswer"][];
            /** @description Per criterion (tiêu chí) */
            readonly criteria: readonly components["schemas"]["SubtotalAnswer"][];
            /** @description Questions of the appraisers, and what the unit explained */
            readonly explanations: readonly components["schemas"]["ExplanationThreadAnswer"][];
            /** @description Per component */
            readonly components: readonly components["schemas"]["ComponentScoreAnswer"][];
            /** @description What was published, or last corrected */
            readonly official: components["schemas"]["OfficialResultAnswer"] | null;
            /** @description What was announced, while nothing is official */
            readonly provisional: components["schemas"]["ProvisionalResultAnswer"] | null;
            /** @description True: a faulty event stopped this unit-year; what stands here is from before it */
            readonly halted: boolean;
            /** @description That event; null: none stopped it */
            readonly haltedBy: components["schemas"]["HaltAnswer"] | null;
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
        };
        readonly BlockYearAnswer: {
            /** @description Assessment year */
            readonly year: number;
            /**
             * @description official: published here; provisional: announced, units may object; imported: published elsewhere; open: as the files stand now; skipped: not assessed
             * @enum {string}
             */
            readonly state: "official" | "provisional" | "imported" | "open" | "skipped";
            /** @description Number of ranked units */
            readonly n: number | null;
        };
        readonly BlockYearsAnswer: {
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /** @description The latest first */
            readonly years: readonly components["schemas"]["BlockYearAnswer"][];
        };
        readonly RankedYearAnswer: {
            /** @description Name of the unit, as it was then */
            readonly unitName: string;
            /**
             * @description ranked, or why there is no rank; incomplete: the appraisal is closed, but points are still missing (of the survey); ended: within the year, its file is kept; not-resubmitted: the file was sent back to be completed, and not submitted again in time
             * @enum {string}
             */
            readonly state: "ranked" | "not-submitted" | "not-resubmitted" | "in-appraisal" | "incomplete" | "not-assessed" | "not-published" | "ended";
            /** @description Rank within the block */
            readonly rank: number | null;
            /** @description Shares the rank (đồng hạng) */
            readonly tied: boolean;
            /** @description Last year's rank minus this year's: positive is up */
            readonly move: number | null;
            /** @description Last year's rank */
            readonly previousRank: number | null;
            /** @description Number of ranked units last year */
            readonly previousN: number | null;
            /** @description Percentage of the ranked units at this rank or below: 100.0 for the first */
            readonly percentile: string | null;
            /** @description Total */
            readonly total: components["schemas"]["AmountAnswer"] | null;
            /** @description True: components are missing, the total is the sum of those known so far, and there is no index */
            readonly partial: boolean;
            /** @description Index % */
            readonly index: components["schemas"]["AmountAnswer"] | null;
            /** @description Class (xếp loại) */
            readonly className: string | null;
            /** @description Grade */
            readonly grade: string | null;
            /** @description Note */
            readonly note: string | null;
            /** @description Assessment year */
            readonly year: number;
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /**
             * @description official: published here; provisional: announced, units may object; imported: published elsewhere; open: as the files stand now; skipped: not assessed
             * @enum {string}
             */
            readonly yearState: "official" | "provisional" | "imported" | "open" | "skipped";
            /** @description Number of ranked units */
            readonly n: number | null;
        };
        readonly DecreeAnswer: {
            /** @description Number; where an old event kept one text, that text */
            readonly number: string;
            /** @description When it was signed; null where it was not recorded */
            readonly signedOn: string | null;
            /** @description Who issued it; null where it was not recorded */
            readonly issuer: string | null;
            /** @description What it is about */
            readonly title: string | null;
        };
        readonly CarriedOverAnswer: {
            /** @description The year in which it counts as last year */
            readonly year: number;
            /** @description Reason of the ruling */
            readonly reason: string;
            /** @description The event that rules so */
            readonly eventId: string;
        };
        readonly PredecessorYearAnswer: {
            /** @description Name of the unit, as it was then */
            readonly unitName: string;
            /**
             * @description ranked, or why there is no rank; incomplete: the appraisal is closed, but points are still missing (of the survey); ended: within the year, its file is kept; not-resubmitted: the file was sent back to be completed, and not submitted again in time
             * @enum {string}
             */
            readonly state: "ranked" | "not-submitted" | "not-resubmitted" | "in-appraisal" | "incomplete" | "not-assessed" | "not-published" | "ended";
            /** @description Rank within the block */
            readonly rank: number | null;
            /** @description Shares the rank (đồng hạng) */
            readonly tied: boolean;
            /** @description Last year's rank minus this year's: positive is up */
            readonly move: number | null;
            /** @description Last year's rank */
            readonly previousRank: number | null;
            /** @description Number of ranked units last year */
            readonly previousN: number | null;
            /** @description Percentage of the ranked units at this rank or below: 100.0 for the first */
            readonly percentile: string | null;
            /** @description Total */
            readonly total: components["schemas"]["AmountAnswer"] | null;
            /** @description True: components are missing, the total is the sum of those known so far, and there is no index */
            readonly partial: boolean;
            /** @description Index % */
            readonly index: components["schemas"]["AmountAnswer"] | null;
            /** @description Class (xếp loại) */
            readonly className: string | null;
            /** @description Grade */
            readonly grade: string | null;
            /** @description Note */
            readonly note: string | null;
            /** @description Assessment year */
            readonly year: number;
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /**
             * @description official: published here; provisional: announced, units may object; imported: published elsewhere; open: as the files stand now; skipped: not assessed
             * @enum {string}
             */
            readonly yearState: "official" | "provisional" | "imported" | "open" | "skipped";
            /** @description Number of ranked units */
            readonly n: number | null;
            /** @description The predecessor */
            readonly unitId: string;
            /** @description The unit it passed over to: this one, or one that this one came out of */
            readonly heirId: string;
            /**
             * @description Kind of change
             * @enum {string}
             */
            readonly kind: "created" | "merged" | "absorbed" | "split" | "partial-transfer" | "level-change";
            /** @description Which share of the predecessor passed over, exact, of 1 */
            readonly share: string | null;
            /** @description When it took effect */
            readonly effectiveOn: string;
            /** @description By which decree */
            readonly decree: components["schemas"]["DecreeAnswer"];
            /** @description The event that says so */
            readonly lineageEventId: string;
            /** @description The ruling by which it counts as the unit's last year; null: it does not */
            readonly carriedOver: components["schemas"]["CarriedOverAnswer"] | null;
        };
        readonly RankingHistoryAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Its name */
            readonly unitName: string;
            /** @description The earliest year first; a year without results is absent */
            readonly years: readonly components["schemas"]["RankedYearAnswer"][];
            /** @description Years of the units it came out of, the earliest first */
            readonly predecessorYears: readonly components["schemas"]["PredecessorYearAnswer"][];
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
        };
        readonly RulesetRefBody: {
            /**
             * @description Id of the ruleset (bộ tiêu chí)
             * @example A1
             */
            readonly id: string;
            /** @description Version */
            readonly version: number;
            /**
             * @description SHA-256 of its canonical JSON
             * @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
             */
            readonly sha256: string;
        };
        readonly SourceAnswer: {
            /** @description Title */
            readonly title: string;
            /** @description Address */
            readonly url: string;
        };
        readonly TextChange: {
            /** @description Before */
            readonly from: string | null;
            /** @description Now */
            readonly to: string | null;
        };
        readonly RankChange: {
            /** @description Before */
            readonly from: number | null;
            /** @description Now */
            readonly to: number | null;
        };
        readonly DifferenceAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Exact index % */
            readonly index: components["schemas"]["TextChange"];
            /** @description Rank */
            readonly rank: components["schemas"]["RankChange"];
            /** @description Class (xếp loại) */
            readonly className: components["schemas"]["TextChange"];
        };
        readonly CorrectionAnswer: {
            /** @description Digest of the results that were official before */
            readonly supersedes: string;
            /** @description Every unit whose figures differ */
            readonly differences: readonly components["schemas"]["DifferenceAnswer"][];
            /** @description Reason */
            readonly reason: string;
        };
        readonly SinceAnswer: {
            /** @description Position in the log */
            readonly position: string;
            /** @description When */
            readonly at: string;
        };
        readonly RankedUnitAnswer: {
            /** @description Name of the unit, as it was then */
            readonly unitName: string;
            /**
             * @description ranked, or why there is no rank; incomplete: the appraisal is closed, but points are still missing (of the survey); ended: within the year, its file is kept; not-resubmitted: the file was sent back to be completed, and not submitted again in time
             * @enum {string}
             */
            readonly state: "ranked" | "not-submitted" | "not-resubmitted" | "in-appraisal" | "incomplete" | "not-assessed" | "not-published" | "ended";
            /** @description Rank within the block */
            readonly rank: number | null;
            /** @description Shares the rank (đồng hạng) */
            readonly tied: boolean;
            /** @description Last year's rank minus this year's: positive is up */
            readonly move: number | null;
            /** @description Last year's rank */
            readonly previousRank: number | null;
            /** @description Number of ranked units last year */
            readonly previousN: number | null;
            /** @description Percentage of the ranked units at this rank or below: 100.0 for the first */
            readonly percentile: string | null;
            /** @description Total */
            readonly total: components["schemas"]["AmountAnswer"] | null;
            /** @description True: components are missing, the total is the sum of those known so far, and there is no index */
            readonly partial: boolean;
            /** @description Index % */
            readonly index: components["schemas"]["AmountAnswer"] | null;
            /** @description Class (xếp loại) */
            readonly className: string | null;
            /** @description Grade */
            readonly grade: string | null;
            /** @description Note */
            readonly note: string | null;
            /** @description The unit */
            readonly unitId: string;
        };
        readonly RankingAnswer: {
            /** @description Assessment year */
            readonly year: number;
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /**
             * @description official: published here; provisional: announced, units may object; imported: published elsewhere; open: as the files stand now; skipped: not assessed
             * @enum {string}
             */
            readonly state: "official" | "provisional" | "imported" | "open" | "skipped";
            /** @description Number of ranked units */
            readonly n: number | null;
            /** @description Ranking scheme */
            readonly scheme: string | null;
            /** @description The rules */
            readonly ruleset: components["schemas"]["RulesetRefBody"] | null;
            /** @description The decision that published it */
            readonly decision: components["schemas"]["DecisionAnswer"] | null;
            /** @description When it was published */
            readonly publishedAt: string | null;
            /** @description Where it was published, when imported */
            readonly source: components["schemas"]["SourceAnswer"] | null;
            /** @description Why the block is not assessed */
            readonly reason: string | null;
            /** @description Units may object before this instant, while results are provisional */
            readonly objectUntil: string | null;
            /** @description What was corrected, and why */
            readonly correction: components["schemas"]["CorrectionAnswer"] | null;
            /** @description From when these results count; ask asOf an earlier moment for those before */
            readonly since: components["schemas"]["SinceAnswer"] | null;
            /** @description The event that made it so */
            readonly eventId: string | null;
            /** @description By rank */
            readonly ranked: readonly components["schemas"]["RankedUnitAnswer"][];
            /** @description Members without a rank, each with its state */
            readonly unranked: readonly components["schemas"]["RankedUnitAnswer"][];
            /** @description What a faulty event stopped, among all that this rests on: `2024.u17` is the year of a unit */
            readonly halted: readonly string[];
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
        };
        readonly OverrideBody: {
            /**
             * @description Points instead of those the rule gives
             * @example 12.5
             */
            readonly points: string;
            /** @description Why they differ */
            readonly reason: string;
        };
        readonly EvidenceBody: {
            /**
             * @description Digest of the file
             * @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
             */
            readonly sha256: string;
            /** @description Name of the file */
            readonly name: string;
            /** @description Who issued it */
            readonly issuer?: string | null;
            /** @description Its number */
            readonly number?: string | null;
            /**
             * @description When it was issued
             * @example 2024-01-31
             */
            readonly issuedOn?: string | null;
        };
        readonly RecordSelfScoreBody: {
            /**
             * @description Code of the component (tiêu chí thành phần)
             * @example 1.2.3
             */
            readonly component: string;
            /**
             * @description What the unit declares, by the kind of the rule
             * @example {
             *       "kind": "ratio",
             *       "numerator": "95",
             *       "denominator": "100"
             *     }
             */
            readonly declaration: {
                /** @constant */
                readonly kind: "choice";
                /** @enum {string} */
                readonly value: "yes" | "no";
            } | {
                /** @constant */
                readonly kind: "ratio";
                readonly numerator: string;
                readonly denominator: string;
            } | {
                /** @constant */
                readonly kind: "amount";
                readonly value: string;
            } | {
                /** @constant */
                readonly kind: "count";
                readonly occurrences: number;
            } | {
                /** @constant */
                readonly kind: "points";
                readonly points: string;
            } | {
                /** @constant */
                readonly kind: "not-applicable";
            } | {
                /** @constant */
                readonly kind: "parts";
                readonly parts: {
                    readonly [key: string]: {
                        /** @constant */
                        readonly kind: "choice";
                        /** @enum {string} */
                        readonly value: "yes" | "no";
                    } | {
                        /** @constant */
                        readonly kind: "ratio";
                        readonly numerator: string;
                        readonly denominator: string;
                    } | {
                        /** @constant */
                        readonly kind: "amount";
                        readonly value: string;
                    } | {
                        /** @constant */
                        readonly kind: "count";
                        readonly occurrences: number;
                    } | {
                        /** @constant */
                        readonly kind: "points";
                        readonly points: string;
                    } | {
                        /** @constant */
                        readonly kind: "not-applicable";
                    };
                };
            };
            /** @description Points by hand; null: those the rule gives */
            readonly override?: components["schemas"]["OverrideBody"] | null;
            /** @description Documents that prove it (tài liệu kiểm chứng) */
            readonly evidence: readonly components["schemas"]["EvidenceBody"][];
            /** @description Why evidence is missing (giải trình) */
            readonly explanation?: string | null;
        };
        readonly CommandAnswer: {
            /** @description Revision of the stream written to, from 0, also as ETag; a repeated command answers its first. */
            readonly revision: string;
            /** @description Position in the whole log, also as Consistency-Token. */
            readonly position: string;
        };
        readonly GrantExtensionBody: {
            /** @description Only these components (tiêu chí thành phần); null: the whole file */
            readonly components: readonly string[] | null;
            /** @description Reason */
            readonly reason: string;
            /**
             * @description The unit may submit before this instant; if its last day is a day off, before the end of the next working day
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly submitBy: string;
        };
        readonly GrantAppraisalExtensionBody: {
            /** @description Only these components (tiêu chí thành phần); null: the whole file */
            readonly components: readonly string[] | null;
            /** @description Reason */
            readonly reason: string;
            /**
             * @description The file may be appraised before this instant; if its last day is a day off, before the end of the next working day
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly appraiseBy: string;
        };
        readonly DeclineBody: {
            /** @description Why the head does not approve */
            readonly reason: string;
        };
        readonly TenureAnswer: {
            /**
             * @description Office
             * @enum {string}
             */
            readonly office: "head" | "deputy";
            /** @description The person */
            readonly personId: string;
            /** @description Name */
            readonly personName: string;
            /** @description First day */
            readonly from: string;
            /** @description Last day */
            readonly until: string | null;
        };
        readonly FlagTurnAnswer: {
            /** @description Position in the log */
            readonly position: string;
            /** @description The event */
            readonly eventId: string;
            /** @description When */
            readonly at: string;
        };
        readonly FlagAnswer: {
            /**
             * @description What is proposed, or why nothing can be
             * @enum {string}
             */
            readonly kind: "reward-candidate" | "beyond-quota" | "discipline-a" | "discipline-b" | "insufficient-data" | "needs-human-decision";
            /** @description Assessment year */
            readonly year: number;
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /** @description The unit */
            readonly unitId: string;
            /** @description Its name */
            readonly unitName: string;
            /** @description An open complaint or objection could still change it */
            readonly pending: boolean;
            /** @description Vietnamese: the clause, each premise with its figures, the conclusion */
            readonly derivation: readonly string[];
            /** @description Vietnamese: what speaks against it */
            readonly caveats: readonly string[];
            /** @description Vietnamese: names the open complaints and objections; none for whoever belongs to the unit */
            readonly openCases: readonly string[];
            /**
             * @description What the reading of the rule that was not chosen would say
             * @enum {string|null}
             */
            readonly otherReading: "holds" | "fails" | "unknown" | null;
            /** @description The events it rests on */
            readonly eventIds: readonly string[];
            /** @description Who answered for the unit in each part of each year */
            readonly tenures: readonly components["schemas"]["TenureAnswer"][];
            /** @description The rules */
            readonly ruleset: components["schemas"]["RulesetRefBody"];
            /** @description What raised it */
            readonly since: components["schemas"]["FlagTurnAnswer"];
            /** @description What ended or replaced it */
            readonly superseded: components["schemas"]["FlagTurnAnswer"] | null;
        };
        readonly FlagsAnswer: {
            /** @description Proposals, never sanctions */
            readonly flags: readonly components["schemas"]["FlagAnswer"][];
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
        };
        readonly RankChangeAnswer: {
            /** @description In the results told before; null: there were none, or no rank in them */
            readonly from: number | null;
            /** @description In these; null: no rank */
            readonly to: number | null;
        };
        readonly ClassChangeAnswer: {
            /** @description In the results told before; null: there were none, or no class in them */
            readonly from: string | null;
            /** @description In these; null: no class */
            readonly to: string | null;
        };
        readonly NoticeAnswer: {
            /** @description The unit that is told */
            readonly unitId: string;
            /** @description Assessment year */
            readonly year: number;
            /**
             * @description What happened
             * @enum {string}
             */
            readonly kind: "file-returned" | "extension-granted" | "explanation-asked" | "appraisal-closed" | "council-decided" | "provisional-results" | "objection-answered" | "points-ruled" | "results-published" | "results-corrected" | "re-ranked" | "succession-ruled" | "proposal-raised" | "proposal-changed" | "proposal-withdrawn";
            /** @description Position in the log of the event that it follows from */
            readonly position: string;
            /** @description That event */
            readonly eventId: string;
            /** @description When it was recorded */
            readonly recordedAt: string;
            /** @description The request that it came out of (X-Correlation-Id); null for proposals */
            readonly correlationId: string | null;
            /** @description Before which instant the unit submits, explains or objects */
            readonly deadline: string | null;
            /** @description The component that it is about */
            readonly component: string | null;
            /**
             * @description Of a proposal: which one
             * @enum {string|null}
             */
            readonly proposal: "reward-candidate" | "beyond-quota" | "discipline-a" | "discipline-b" | "insufficient-data" | "needs-human-decision" | null;
            /** @description Of results: the own rank within the block */
            readonly rank: components["schemas"]["RankChangeAnswer"] | null;
            /** @description Of results: the own class (xếp loại) */
            readonly className: components["schemas"]["ClassChangeAnswer"] | null;
            /** @description The same for people, in Vietnamese */
            readonly text: string;
        };
        readonly NoticesAnswer: {
            /** @description In the order of the log */
            readonly notices: readonly components["schemas"]["NoticeAnswer"][];
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
        };
        readonly StateCountAnswer: {
            /**
             * @description Where files stand
             * @enum {string}
             */
            readonly state: "declaring" | "awaiting-approval" | "submitted" | "returned" | "appraised" | "ended";
            /** @description How many */
            readonly files: number;
        };
        readonly StandingSinceAnswer: {
            /** @description Position in the log of the event that brought it there */
            readonly position: string;
            /** @description When it was recorded; of the end of its unit, when that took effect, if later */
            readonly at: string;
        };
        readonly WaitAnswer: {
            /**
             * @description In which role somebody has to act
             * @enum {string}
             */
            readonly by: "unit-officer" | "unit-head" | "appraiser" | "administrator-of-units" | "case-handler";
            /**
             * @description What is waited for; extension: the time of the others is over, and only longer time lets them go on
             * @enum {string}
             */
            readonly what: "declaration" | "approval" | "appraisal" | "closure" | "explanation" | "extension" | "objection";
            /** @description Code of the field (lĩnh vực); null: the whole file */
            readonly field: string | null;
            /** @description The lead agency (cơ quan chủ trì) that appraises, as the rules print it */
            readonly leadAgency: string | null;
            /** @description Code of the component */
            readonly component: string | null;
            /** @description Id of the question or the case */
            readonly id: string | null;
            /** @description Before this instant: then the day ends on which the answer to an objection is due, which is waited for longer; of all else nobody can do it any more. Null: none is set */
            readonly until: string | null;
        };
        readonly ListedFileAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Its name */
            readonly unitName: string | null;
            /** @description Assessment year */
            readonly year: number;
            /** @description The block (Khối) that its file was opened in */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string | null;
            /**
             * @description Where the file stands; ended: its unit ended within the year
             * @enum {string}
             */
            readonly state: "declaring" | "awaiting-approval" | "submitted" | "returned" | "appraised" | "ended";
            /**
             * @description Of the results of its block's year
             * @enum {string}
             */
            readonly results: "open" | "provisional" | "official";
            /** @description Until when anything of it is submitted, extensions included */
            readonly submitBy: string;
            /** @description Until when anything of it is appraised, extensions included */
            readonly appraiseBy: string;
            /** @description Since when it stands there, whatever happened to it since */
            readonly since: components["schemas"]["StandingSinceAnswer"];
            /** @description What it waits for, of whom: several may be waited for at once */
            readonly waits: readonly components["schemas"]["WaitAnswer"][];
            /** @description True: a faulty event stopped this file; what stands here is from before it */
            readonly halted: boolean;
        };
        readonly FilesAnswer: {
            /** @description Assessment year */
            readonly year: number;
            /** @description How many there are, of which `files` are a page */
            readonly total: number;
            /** @description How many stand where, of all states and whatever is waited for */
            readonly byState: readonly components["schemas"]["StateCountAnswer"][];
            /** @description In the order of the Vietnamese alphabet */
            readonly files: readonly components["schemas"]["ListedFileAnswer"][];
            /** @description Position of the log up to which this is true, or the moment asked about; further pages keep that of the first */
            readonly asOf: string | null;
        };
        readonly FileResultsAnswer: {
            /**
             * @description open until provisional results are announced, provisional until they are published
             * @enum {string}
             */
            readonly status: "open" | "provisional" | "official";
            /** @description The unit may object before this instant; null unless provisional */
            readonly objectUntil: string | null;
        };
        readonly OpenDeadlineAnswer: {
            /**
             * @description What is possible until then
             * @enum {string}
             */
            readonly what: "submission" | "appraisal" | "explanation" | "objection";
            /** @description Only of these components; null: of the whole file */
            readonly components: readonly string[] | null;
            /** @description Of a question: its id */
            readonly explanationId: string | null;
            /** @description Before this instant: the one in effect */
            readonly until: string;
        };
        readonly DueAnswer: {
            /** @description As it was set; null: the year’s, as its opening tells */
            readonly asked: string | null;
            /** @description In effect: later where its last day is a day off */
            readonly effective: string;
        };
        readonly StepAnswer: {
            /**
             * @description What moved the file
             * @enum {string}
             */
            readonly kind: "opened" | "approval-requested" | "approval-declined" | "submitted" | "returned" | "appraisal-closed";
            /** @description Why the head declined, or why it was sent back */
            readonly reason: string | null;
            /** @description Until when the unit writes from then on; null: as before */
            readonly submitBy: components["schemas"]["DueAnswer"] | null;
            /** @description Until when it is appraised from then on; null: as before */
            readonly appraiseBy: components["schemas"]["DueAnswer"] | null;
            /** @description Who did so, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly DeclarationAnswer: {
            /** @description Code of the component */
            readonly component: string;
            /** @description Exact points; null: does not apply */
            readonly points: string | null;
            /** @description Why the points are others than the rule gives */
            readonly overrideReason: string | null;
            /** @description Why evidence is missing where it is required */
            readonly missingEvidence: string | null;
            /** @description The documents that it names as its proof */
            readonly evidence: readonly components["schemas"]["EvidenceAnswer"][];
            /** @description Who declared it, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly ExtensionAnswer: {
            /**
             * @description Of the submission, or of the appraisal
             * @enum {string}
             */
            readonly of: "submission" | "appraisal";
            /** @description Only these components; null: the whole file */
            readonly components: readonly string[] | null;
            /** @description Until when */
            readonly until: components["schemas"]["DueAnswer"];
            /** @description Why */
            readonly reason: string;
            /** @description Who granted it, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly ShareAnswer: {
            /** @description The lead agency (cơ quan chủ trì), as the rules print it */
            readonly leadAgency: string | null;
            /** @description What it appraises of the field */
            readonly components: readonly string[];
            /** @description Closed in the round that the field has reached */
            readonly closed: boolean;
        };
        readonly WordAnswer: {
            /** @description Code of the component */
            readonly component: string;
            /**
             * @description Whether the points were left or changed
             * @enum {string}
             */
            readonly kind: "confirmed" | "adjusted";
            /** @description The points that were changed */
            readonly from: string | null;
            /** @description Exact points; null: does not apply */
            readonly points: string | null;
            /** @description Code of the reason; null: confirmed */
            readonly reasonCode: string | null;
            /** @description Why they were changed; null: confirmed */
            readonly reason: string | null;
            /** @description Who said so, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly ClosingAgencyAnswer: {
            /** @description As the rules print it */
            readonly name: string;
            /** @description The unit of the register that closed its own share; null: the whole field was closed */
            readonly unitId: string | null;
        };
        readonly ClosureAnswer: {
            /** @description Whose components they are */
            readonly leadAgencies: readonly components["schemas"]["ClosingAgencyAnswer"][];
            /** @description The components */
            readonly components: readonly string[];
            /** @description Who closed them, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly RoundAnswer: {
            /** @description From 1 */
            readonly round: number;
            /** @description In the order of the log */
            readonly words: readonly components["schemas"]["WordAnswer"][];
            /** @description What was closed in it */
            readonly closures: readonly components["schemas"]["ClosureAnswer"][];
        };
        readonly FieldCourseAnswer: {
            /** @description Code of the field (lĩnh vực) */
            readonly code: string;
            /** @description Its name */
            readonly name: string;
            /** @description The round that it has reached; 0 before the first word */
            readonly round: number;
            /** @description Who appraises what of it */
            readonly shares: readonly components["schemas"]["ShareAnswer"][];
            /** @description Rounds of appraisal */
            readonly rounds: readonly components["schemas"]["RoundAnswer"][];
        };
        readonly ThreadReplyAnswer: {
            /** @description What the unit explained */
            readonly text: string;
            /** @description Documents that the declaration did not name */
            readonly evidence: readonly components["schemas"]["EvidenceAnswer"][];
            /** @description Who explained, and when */
            readonly given: components["schemas"]["ScoreEventAnswer"];
        };
        readonly ThreadAnswer: {
            /** @description Id of the question in this file */
            readonly explanationId: string;
            /** @description Code of the component */
            readonly component: string;
            /** @description Round of appraisal */
            readonly round: number;
            /** @description What is to be explained */
            readonly question: string;
            /** @description Answered before this, or lapsed from it on */
            readonly due: components["schemas"]["DueAnswer"];
            /** @description Who asked, and when */
            readonly asked: components["schemas"]["ScoreEventAnswer"];
            /** @description The answer; null: none yet */
            readonly answer: components["schemas"]["ThreadReplyAnswer"] | null;
        };
        readonly MinutesAnswer: {
            /** @description Number of the minutes (biên bản) */
            readonly number: string;
            /** @description The day of the sitting */
            readonly heldOn: string;
        };
        readonly VotesAnswer: {
            /** @description In favour */
            readonly for: number;
            /** @description Against */
            readonly against: number;
            /** @description Abstained */
            readonly abstained: number;
        };
        readonly CouncilDecisionAnswer: {
            /** @description Code of the component */
            readonly component: string;
            /** @description The points that were decided about */
            readonly from: string | null;
            /** @description Exact points; null: does not apply */
            readonly points: string | null;
            /** @description The minutes of the sitting */
            readonly minutes: components["schemas"]["MinutesAnswer"];
            /** @description How it was voted */
            readonly votes: components["schemas"]["VotesAnswer"];
            /** @description Why */
            readonly reason: string;
            /** @description Who entered it, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly DueDayAnswer: {
            /** @description As it was set */
            readonly asked: string;
            /** @description In effect: the next working day where it is a day off */
            readonly effective: string;
        };
        readonly ObjectionReplyAnswer: {
            /** @description When it was answered */
            readonly answeredOn: string;
            /** @description Later than it was due */
            readonly late: boolean;
            /** @description Who recorded it, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly ConclusionAnswer: {
            /**
             * @description What became of it
             * @enum {string}
             */
            readonly outcome: "upheld" | "rejected" | "withdrawn";
            /** @description When it was closed */
            readonly closedOn: string;
            /** @description Why */
            readonly reason: string;
            /** @description Who closed it, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly ObjectionAnswer: {
            /** @description Id of the case */
            readonly caseId: string;
            /**
             * @description An objection before, a complaint after the results are official
             * @enum {string}
             */
            readonly kind: "score-objection" | "score-complaint";
            /** @description Code of the component; null: none in particular */
            readonly component: string | null;
            /** @description When it was received */
            readonly receivedOn: string;
            /** @description The last day on which an answer is in time */
            readonly dueOn: components["schemas"]["DueDayAnswer"];
            /** @description Who entered it, and when */
            readonly received: components["schemas"]["ScoreEventAnswer"];
            /** @description The answer; null: none yet */
            readonly answer: components["schemas"]["ObjectionReplyAnswer"] | null;
            /** @description How it ended; null: it is open */
            readonly conclusion: components["schemas"]["ConclusionAnswer"] | null;
        };
        readonly RuledCaseAnswer: {
            /**
             * @description What kind of case
             * @enum {string}
             */
            readonly kind: "score-objection" | "score-complaint";
            /** @description Its id */
            readonly caseId: string;
        };
        readonly RulingAnswer: {
            /** @description Code of the component */
            readonly component: string;
            /** @description The points that were changed */
            readonly from: string | null;
            /** @description Exact points; null: does not apply */
            readonly points: string | null;
            /** @description Why */
            readonly reason: string;
            /** @description The objection or complaint of the unit that was upheld; null: another case */
            readonly case: components["schemas"]["RuledCaseAnswer"] | null;
            /** @description The decision */
            readonly decision: components["schemas"]["DecisionAnswer"];
            /** @description Who entered it, and when */
            readonly by: components["schemas"]["ScoreEventAnswer"];
        };
        readonly FileCourseAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Its name */
            readonly unitName: string | null;
            /** @description Assessment year */
            readonly year: number;
            /** @description The block (Khối) that the file was opened in */
            readonly blockId: string;
            /** @description The rules that bind it */
            readonly ruleset: components["schemas"]["RulesetRefBody"];
            /**
             * @description Where the file stands; ended: its unit ended within the year
             * @enum {string}
             */
            readonly state: "declaring" | "awaiting-approval" | "submitted" | "returned" | "appraised" | "ended";
            /** @description Of the results of its block's year */
            readonly results: components["schemas"]["FileResultsAnswer"];
            /** @description The first day without the unit, in the file's year or before */
            readonly endedOn: string | null;
            /** @description What it waits for, of whom */
            readonly waits: readonly components["schemas"]["WaitAnswer"][];
            /** @description Deadlines that lie ahead, the next one first */
            readonly deadlines: readonly components["schemas"]["OpenDeadlineAnswer"][];
            /** @description What moved the file as a whole, in the order of the log */
            readonly steps: readonly components["schemas"]["StepAnswer"][];
            /** @description Every declaration of every component; the last one of a component counts */
            readonly declarations: readonly components["schemas"]["DeclarationAnswer"][];
            /** @description Longer time, each with its scope and reason */
            readonly extensions: readonly components["schemas"]["ExtensionAnswer"][];
            /** @description Per field (lĩnh vực): its rounds of appraisal */
            readonly fields: readonly components["schemas"]["FieldCourseAnswer"][];
            /** @description Questions of the appraisers, and what the unit explained */
            readonly explanations: readonly components["schemas"]["ThreadAnswer"][];
            /** @description What the council (Hội đồng thẩm định) decided */
            readonly councilDecisions: readonly components["schemas"]["CouncilDecisionAnswer"][];
            /** @description What the unit itself holds against its score */
            readonly objections: readonly components["schemas"]["ObjectionAnswer"][];
            /** @description Points by decisions on cases that were upheld */
            readonly rulings: readonly components["schemas"]["RulingAnswer"][];
            /** @description Revision of the file's own record: in quotes, the If-Match of the next command on it */
            readonly fileRevision: string;
            /** @description True: a faulty event stopped this file; what stands here of it is from before that */
            readonly halted: boolean;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string;
            /** @description The moment asked about; at present the position of the last event of the file, of its unit or of the results of its block */
            readonly asOf: string;
        };
        readonly HealthAnswer: {
            /** @enum {string} */
            readonly status: "ok";
        };
        readonly PartAnswer: {
            /** @description Number of the part from 0, or `stage`: what is computed behind all parts (ranks) */
            readonly part: string;
            /** @description Position of the last event applied */
            readonly position: string | null;
            /** @description Events behind the log; null where they cannot be counted */
            readonly lagEvents: number | null;
            /** @description Whole seconds since the oldest event that is not applied was recorded; 0: none */
            readonly oldestUnprocessedSeconds: number;
            /** @description Whole seconds since the runner's last sign of life */
            readonly secondsSinceBeat: number | null;
        };
        readonly ProjectionAnswer: {
            /** @description Name of the read model (bộ chiếu) */
            readonly projection: string;
            /** @description Version */
            readonly version: number;
            /** @description Generation that readers see, or that takes over when it has caught up */
            readonly generation: number;
            /**
             * @description Whether readers see it
             * @enum {string}
             */
            readonly state: "building" | "live";
            /** @description Position of the last event applied */
            readonly position: string | null;
            /** @description Position of the log's last event */
            readonly head: string | null;
            /** @description Events behind the log; null where they cannot be counted */
            readonly lagEvents: number | null;
            /** @description Whole seconds since the oldest event that is not applied was recorded; 0: none */
            readonly oldestUnprocessedSeconds: number;
            /** @description Whole seconds since the runner's last sign of life */
            readonly secondsSinceBeat: number | null;
            /** @description Parts that stand still because of a faulty event */
            readonly quarantined: number;
            /** @description Each part of a divided read model; empty where it is undivided */
            readonly parts: readonly components["schemas"]["PartAnswer"][];
        };
        readonly RebuildAnswer: {
            /** @description Name of the read model that is being rebuilt */
            readonly projection: string;
            /** @description Generation that is being built beside the live one */
            readonly generation: number;
            /**
             * @description What it does now
             * @enum {string}
             */
            readonly phase: "loading" | "settling" | "following";
            /** @description Position in the log that loading came to */
            readonly position: string | null;
            /** @description Position in the log at which loading ends */
            readonly target: string | null;
            /** @description Groups settled */
            readonly settled: number;
            /** @description Groups to settle; null while loading */
            readonly groups: number | null;
            /** @description Whole seconds until what it does now is done, at its pace so far; 0: it follows the log; null: not known */
            readonly secondsLeft: number | null;
            /** @description Why it goes event by event, by the ordinary way; null: it need not */
            readonly careful: string | null;
            /** @description When it was begun */
            readonly startedAt: string;
            /** @description Whole seconds since it last came further */
            readonly secondsSinceProgress: number;
        };
        readonly ProjectionsAnswer: {
            /** @description Every read model */
            readonly projections: readonly components["schemas"]["ProjectionAnswer"][];
            /** @description Rebuilds under way, or waiting to be cut over */
            readonly rebuilds: readonly components["schemas"]["RebuildAnswer"][];
        };
        readonly RegisterUnitBody: {
            /**
             * @description Permanent id of the unit
             * @example so_noi_vu
             */
            readonly unitId: string;
            /**
             * @description Name
             * @example Sở Nội vụ
             */
            readonly name: string;
            /**
             * @description Kind of unit
             * @enum {string}
             */
            readonly type: "department" | "district" | "ward" | "commune" | "special-zone";
            /**
             * @description The unit it belongs to (đơn vị cấp trên); null: none that is registered
             * @example so_noi_vu
             */
            readonly parentId?: string | null;
            /**
             * @description Official code; never reused
             * @example A1
             */
            readonly officialCode?: string | null;
            /**
             * @description Since when it is under assessment
             * @example 2024-01-31
             */
            readonly registeredOn: string;
        };
        readonly DecreeBody: {
            /**
             * @description Number
             * @example 1278/NQ-UBTVQH15
             */
            readonly number: string;
            /**
             * @description When it was signed
             * @example 2024-01-31
             */
            readonly signedOn: string;
            /**
             * @description Who issued it
             * @example Ủy ban Thường vụ Quốc hội
             */
            readonly issuer: string;
            /** @description What it is about */
            readonly title?: string | null;
        };
        readonly RenameUnitBody: {
            /** @description New name */
            readonly name: string;
            /**
             * @description First day of the new name
             * @example 2024-01-31
             */
            readonly effectiveOn: string;
            /** @description The legal document (văn bản) that it rests on */
            readonly decree: components["schemas"]["DecreeBody"];
        };
        readonly DissolveUnitBody: {
            /**
             * @description First day without the unit
             * @example 2024-01-31
             */
            readonly effectiveOn: string;
            /** @description The legal document (văn bản) that it rests on */
            readonly decree: components["schemas"]["DecreeBody"];
        };
        readonly ChangeLevelBody: {
            /**
             * @description Kind of unit from then on
             * @enum {string}
             */
            readonly type: "department" | "district" | "ward" | "commune" | "special-zone";
            /**
             * @description The unit it belongs to (đơn vị cấp trên); null: none that is registered
             * @example so_noi_vu
             */
            readonly parentId: string | null;
            /**
             * @description First day as such
             * @example 2024-01-31
             */
            readonly effectiveOn: string;
            /** @description The legal document (văn bản) that it rests on */
            readonly decree: components["schemas"]["DecreeBody"];
        };
        readonly PredecessorBody: {
            /**
             * @description A unit it came out of
             * @example so_noi_vu
             */
            readonly unitId: string;
            /**
             * @description Which share of that unit passed over, exact, of 1; null: all of it, or for a split as far as the decree states none
             * @example 2/3
             */
            readonly share: string | null;
        };
        readonly RecordLineageBody: {
            /**
             * @description Kind of change
             * @enum {string}
             */
            readonly kind: "created" | "merged" | "absorbed" | "split" | "partial-transfer";
            /** @description The units it came out of */
            readonly predecessors: readonly components["schemas"]["PredecessorBody"][];
            /**
             * @description When it took effect
             * @example 2024-01-31
             */
            readonly effectiveOn: string;
            /** @description The legal document (văn bản) that it rests on */
            readonly decree: components["schemas"]["DecreeBody"];
        };
        readonly TakeOfficeBody: {
            /**
             * @description head: head of the unit; deputy: deputy in charge of administrative reform
             * @enum {string}
             */
            readonly office: "head" | "deputy";
            /**
             * @description Permanent id of the person
             * @example A1
             */
            readonly personId: string;
            /** @description Name of the person */
            readonly personName: string;
            /**
             * @description First day in office
             * @example 2024-01-31
             */
            readonly from: string;
        };
        readonly LeaveOfficeBody: {
            /**
             * @description head: head of the unit; deputy: deputy in charge of administrative reform
             * @enum {string}
             */
            readonly office: "head" | "deputy";
            /**
             * @description Permanent id of the person
             * @example A1
             */
            readonly personId: string;
            /**
             * @description Last day in office
             * @example 2024-01-31
             */
            readonly until: string;
        };
        readonly RuleSuccessionBody: {
            /** @description The year for which "last year" is ruled */
            readonly year: number;
            /**
             * @description Whose result counts as last year's; null: nobody's
             * @example so_noi_vu
             */
            readonly predecessorId: string | null;
            /** @description What is taken over of the predecessor's file, in words; null: nothing */
            readonly takesOver: string | null;
            /** @description Reason */
            readonly reason: string;
        };
        readonly CorrectedTenureBody: {
            /**
             * @description Permanent id of the person
             * @example A1
             */
            readonly personId: string;
            /** @description Name of the person */
            readonly personName: string;
            /**
             * @description First day in office
             * @example 2024-01-31
             */
            readonly from: string;
            /**
             * @description Last day in office; null: still in office
             * @example 2024-01-31
             */
            readonly until: string | null;
        };
        readonly CorrectTenureBody: {
            /** @description Why what is on record is wrong */
            readonly reason: string;
            /**
             * @description Number of the document (văn bản) by which it is corrected
             * @example 12/CV-SNV
             */
            readonly documentNumber: string;
            /**
             * @description The office of the tenure on record
             * @enum {string}
             */
            readonly office: "head" | "deputy";
            /**
             * @description The person of the tenure on record
             * @example A1
             */
            readonly personId: string;
            /**
             * @description Its first day on record
             * @example 2024-01-31
             */
            readonly from: string;
            /** @description The tenure as it was; null: there was none, it was recorded by mistake */
            readonly corrected: components["schemas"]["CorrectedTenureBody"] | null;
        };
        readonly WithdrawChangeBody: {
            /** @description Why what is on record is wrong */
            readonly reason: string;
            /**
             * @description Number of the document (văn bản) by which it is corrected
             * @example 12/CV-SNV
             */
            readonly documentNumber: string;
            /**
             * @description What kind of change it was
             * @enum {string}
             */
            readonly kind: "created" | "merged" | "absorbed" | "split" | "partial-transfer" | "level-change" | "renaming" | "dissolution";
            /**
             * @description When it took, or would take effect
             * @example 2024-01-31
             */
            readonly effectiveOn: string;
            /** @description The units it came out of by that change; none of a renaming, a change of level or an end */
            readonly predecessorIds: readonly string[];
        };
        readonly FoundUnitAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Its name on that day */
            readonly name: string;
            /**
             * @description What it was on that day
             * @enum {string}
             */
            readonly type: "department" | "district" | "ward" | "commune" | "special-zone";
            /**
             * @description Its level of government
             * @enum {string}
             */
            readonly level: "province" | "district" | "commune";
            /** @description The unit it belonged to */
            readonly parentId: string | null;
            /** @description Official code */
            readonly officialCode: string | null;
        };
        readonly FoundUnitsAnswer: {
            /** @description The day that is answered about */
            readonly validOn: string;
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
            /** @description How many there are */
            readonly total: number;
            /** @description The first of them, in the order of the Vietnamese alphabet */
            readonly units: readonly components["schemas"]["FoundUnitAnswer"][];
        };
        readonly RegisteredNameAnswer: {
            /** @description Name */
            readonly name: string;
            /** @description Its first day */
            readonly since: string;
            /** @description By which decree */
            readonly decree: components["schemas"]["DecreeAnswer"] | null;
        };
        readonly UnitBlockAnswer: {
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /** @description First day in the block */
            readonly from: string;
            /** @description Last day in the block */
            readonly until: string | null;
        };
        readonly RegisteredTenureAnswer: {
            /**
             * @description head, or deputy in charge of administrative reform
             * @enum {string}
             */
            readonly office: "head" | "deputy";
            /** @description The person */
            readonly personId: string;
            /** @description Name */
            readonly personName: string;
            /** @description First day */
            readonly from: string;
            /** @description Last day */
            readonly until: string | null;
        };
        readonly RelatedUnitAnswer: {
            /** @description The other unit */
            readonly unitId: string;
            /** @description Its name on the day of the change */
            readonly unitName: string;
            /**
             * @description Kind of change
             * @enum {string}
             */
            readonly kind: "created" | "merged" | "absorbed" | "split" | "partial-transfer" | "level-change";
            /** @description Which share of the predecessor passed over, exact, of 1 */
            readonly share: string | null;
            /** @description When it took effect */
            readonly effectiveOn: string;
            /** @description By which decree */
            readonly decree: components["schemas"]["DecreeAnswer"];
            /** @description The event that says so */
            readonly eventId: string;
        };
        readonly CorrectedToAnswer: {
            /** @description The person, of a tenure */
            readonly personId: string | null;
            /** @description Name of the person, of a tenure */
            readonly personName: string | null;
            /** @description First day */
            readonly from: string;
            /** @description Last day */
            readonly until: string | null;
        };
        readonly RegisteredCorrectionAnswer: {
            /**
             * @description What was recorded wrongly
             * @enum {string}
             */
            readonly subject: "tenure" | "membership" | "change";
            /**
             * @description The office, of a tenure
             * @enum {string|null}
             */
            readonly office: "head" | "deputy" | null;
            /** @description The person that was recorded, of a tenure */
            readonly personId: string | null;
            /** @description The block that was recorded, of a membership */
            readonly blockId: string | null;
            /**
             * @description The kind of change that was recorded
             * @enum {string|null}
             */
            readonly change: "created" | "merged" | "absorbed" | "split" | "partial-transfer" | "level-change" | "renaming" | "dissolution" | null;
            /** @description The first day that was recorded; of a change the day on which it took effect */
            readonly from: string;
            /** @description What was so instead; null: nothing, it was taken off the record */
            readonly corrected: components["schemas"]["CorrectedToAnswer"] | null;
            /** @description Why */
            readonly reason: string;
            /** @description Number of the document by which it was corrected */
            readonly documentNumber: string;
            /** @description Account that corrected it */
            readonly actor: string;
            /** @description Account in whose name that was done, by delegation */
            readonly onBehalfOf: string | null;
            /** @description When it was recorded (UTC) */
            readonly recordedAt: string;
            /** @description The event that says so */
            readonly eventId: string;
        };
        readonly RegisteredUnitAnswer: {
            /** @description The day that is answered about */
            readonly validOn: string;
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
            /** @description The unit */
            readonly unitId: string;
            /**
             * @description not-yet: before its registration; dissolved: from its end on
             * @enum {string}
             */
            readonly status: "not-yet" | "active" | "dissolved";
            /** @description Official code */
            readonly officialCode: string | null;
            /** @description Since when it is under assessment */
            readonly registeredOn: string;
            /** @description First day without it */
            readonly dissolvedOn: string | null;
            /** @description By which decree it ended */
            readonly dissolution: components["schemas"]["DecreeAnswer"] | null;
            /** @description Its name on that day */
            readonly name: string;
            /**
             * @description What it was on that day
             * @enum {string}
             */
            readonly type: "department" | "district" | "ward" | "commune" | "special-zone";
            /**
             * @description Its level of government
             * @enum {string}
             */
            readonly level: "province" | "district" | "commune";
            /** @description The unit it belonged to */
            readonly parentId: string | null;
            /** @description Its names up to that day */
            readonly names: readonly components["schemas"]["RegisteredNameAnswer"][];
            /** @description Blocks it belonged to; more than one is to be cleared up */
            readonly blocks: readonly components["schemas"]["UnitBlockAnswer"][];
            /** @description Heads and deputies up to that day, heads first */
            readonly tenures: readonly components["schemas"]["RegisteredTenureAnswer"][];
            /** @description Units it came out of */
            readonly predecessors: readonly components["schemas"]["RelatedUnitAnswer"][];
            /** @description Units that came out of it */
            readonly successors: readonly components["schemas"]["RelatedUnitAnswer"][];
            /** @description What was recorded wrongly and put right since, whatever the day */
            readonly corrections: readonly components["schemas"]["RegisteredCorrectionAnswer"][];
        };
        readonly DefineBlockBody: {
            /**
             * @description Permanent id of the block (Khối)
             * @example so_ban_nganh
             */
            readonly blockId: string;
            /**
             * @description Name
             * @example Khối sở, ban, ngành
             */
            readonly name: string;
        };
        readonly JoinBlockBody: {
            /**
             * @description The unit
             * @example so_noi_vu
             */
            readonly unitId: string;
            /**
             * @description First day in the block
             * @example 2024-01-31
             */
            readonly from: string;
        };
        readonly LeaveBlockBody: {
            /**
             * @description The unit
             * @example so_noi_vu
             */
            readonly unitId: string;
            /**
             * @description Last day in the block
             * @example 2024-01-31
             */
            readonly until: string;
        };
        readonly CorrectedMembershipBody: {
            /**
             * @description First day in the block
             * @example 2024-01-31
             */
            readonly from: string;
            /**
             * @description Last day in the block; null: it still belongs to it
             * @example 2024-01-31
             */
            readonly until: string | null;
        };
        readonly CorrectMembershipBody: {
            /** @description Why what is on record is wrong */
            readonly reason: string;
            /**
             * @description Number of the document (văn bản) by which it is corrected
             * @example 12/CV-SNV
             */
            readonly documentNumber: string;
            /**
             * @description The unit
             * @example so_noi_vu
             */
            readonly unitId: string;
            /**
             * @description The first day of the membership on record
             * @example 2024-01-31
             */
            readonly from: string;
            /** @description The membership as it was; null: there was none in this block, it was recorded by mistake */
            readonly corrected: components["schemas"]["CorrectedMembershipBody"] | null;
        };
        readonly BlockMemberAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Its name on that day */
            readonly name: string;
            /** @description First day in the block */
            readonly from: string;
            /** @description Last day in the block */
            readonly until: string | null;
        };
        readonly BlockMembersAnswer: {
            /** @description The day that is answered about */
            readonly validOn: string;
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /** @description How many there are */
            readonly total: number;
            /** @description The first of them, in the order of the Vietnamese alphabet */
            readonly members: readonly components["schemas"]["BlockMemberAnswer"][];
        };
        readonly PeriodBlockBody: {
            /**
             * @description The block (Khối)
             * @example so_noi_vu
             */
            readonly blockId: string;
            /** @description The rules that bind it, down to the bytes */
            readonly ruleset: components["schemas"]["RulesetRefBody"];
        };
        readonly OpenPeriodBody: {
            /**
             * @description Assessment year (năm đánh giá)
             * @example 2024
             */
            readonly year: number;
            /**
             * @description Submissions are accepted before this instant; if its last day is a day off, before the end of the next working day
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly submitBy: string;
            /**
             * @description Appraisals are accepted before this instant; if its last day is a day off, before the end of the next working day
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly appraiseBy: string;
            /** @description Blocks assessed this year */
            readonly blocks: readonly components["schemas"]["PeriodBlockBody"][];
        };
        readonly SkipBlockBody: {
            /**
             * @description The block that is not assessed
             * @example so_noi_vu
             */
            readonly blockId: string;
            /** @description Reason */
            readonly reason: string;
        };
        readonly PeriodEntryAnswer: {
            /** @description Submissions are accepted before this instant */
            readonly submitBy: string;
            /** @description Appraisals are accepted before this instant */
            readonly appraiseBy: string;
            /** @description Assessment year */
            readonly year: number;
            /** @description When it was opened (UTC) */
            readonly openedAt: string;
        };
        readonly DeadlinesAnswer: {
            /** @description Submissions are accepted before this instant */
            readonly submitBy: string;
            /** @description Appraisals are accepted before this instant */
            readonly appraiseBy: string;
        };
        readonly PeriodBlockAnswer: {
            /** @description The block (Khối) */
            readonly blockId: string;
            /** @description The rules that bind it, down to the bytes */
            readonly ruleset: components["schemas"]["RulesetRefBody"];
        };
        readonly SkippedBlockAnswer: {
            /** @description The block that is not assessed in the year */
            readonly blockId: string;
            /** @description Why */
            readonly reason: string;
            /** @description When it was recorded (UTC) */
            readonly recordedAt: string;
        };
        readonly PeriodAnswer: {
            /** @description Submissions are accepted before this instant */
            readonly submitBy: string;
            /** @description Appraisals are accepted before this instant */
            readonly appraiseBy: string;
            /** @description Assessment year */
            readonly year: number;
            /** @description When it was opened (UTC) */
            readonly openedAt: string;
            /** @description The deadlines as they were set; those in effect are later where a last day is a day off */
            readonly asked: components["schemas"]["DeadlinesAnswer"];
            /** @description Blocks that the year was opened for */
            readonly blocks: readonly components["schemas"]["PeriodBlockAnswer"][];
            /** @description Blocks that are not assessed: a state of their own, never a zero */
            readonly skippedBlocks: readonly components["schemas"]["SkippedBlockAnswer"][];
            /** @description Revision of its stream, also as ETag: give it as If-Match */
            readonly revision: string;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string | null;
        };
        readonly PeriodRecordAnswer: {
            /** @description Assessment year */
            readonly year: number;
            /** @description What was recorded of it, in the order of the log */
            readonly events: readonly components["schemas"]["ScoreEventAnswer"][];
            /** @description Revision of its stream, also as ETag: give it as If-Match */
            readonly revision: string;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string | null;
        };
        readonly CalendarEntryAnswer: {
            /** @description The calendar year */
            readonly year: number;
            /** @description The document that says so */
            readonly source: string;
            /** @description When it was recorded (UTC) */
            readonly recordedAt: string;
        };
        readonly HolidayAnswer: {
            /** @description Name */
            readonly name: string;
            /** @description First day off */
            readonly from: string;
            /** @description Last day off */
            readonly until: string;
        };
        readonly RecordedCalendarAnswer: {
            /** @description The calendar year */
            readonly year: number;
            /** @description The document that says so */
            readonly source: string;
            /** @description When it was recorded (UTC) */
            readonly recordedAt: string;
            /** @description Days off that are no weekend, also swapped ones */
            readonly holidays: readonly components["schemas"]["HolidayAnswer"][];
            /** @description Weekend days on which offices work instead (làm bù) */
            readonly workingDays: readonly string[];
            /** @description Why it took the place of the one before; null: it was the first */
            readonly reason: string | null;
        };
        readonly WorkingCalendarAnswer: {
            /** @description The calendar year */
            readonly year: number;
            /** @description The document that says so */
            readonly source: string;
            /** @description When it was recorded (UTC) */
            readonly recordedAt: string;
            /** @description Days off that are no weekend, also swapped ones */
            readonly holidays: readonly components["schemas"]["HolidayAnswer"][];
            /** @description Weekend days on which offices work instead (làm bù) */
            readonly workingDays: readonly string[];
            /** @description Why it took the place of the one before; null: it was the first */
            readonly reason: string | null;
            /** @description In whose place it came, the latest first: it moved no deadline set before */
            readonly earlier: readonly components["schemas"]["RecordedCalendarAnswer"][];
        };
        readonly HolidayBody: {
            /**
             * @description Name
             * @example Tết Dương lịch
             */
            readonly name: string;
            /**
             * @description First day off
             * @example 2024-01-31
             */
            readonly from: string;
            /**
             * @description Last day off
             * @example 2024-01-31
             */
            readonly until: string;
        };
        readonly RecordWorkingCalendarBody: {
            /**
             * @description The calendar year
             * @example 2026
             */
            readonly year: number;
            /** @description Days off that are no weekend, also swapped ones */
            readonly holidays: readonly components["schemas"]["HolidayBody"][];
            /** @description Weekend days on which offices work instead (làm bù) */
            readonly workingDays: readonly string[];
            /** @description The document that says so */
            readonly source: string;
            /** @description Why it takes the place of the one recorded before; null for the first */
            readonly reason?: string | null;
        };
        readonly ConfirmBody: {
            /**
             * @description Code of the component (tiêu chí thành phần)
             * @example 1.2.3
             */
            readonly component: string;
            /** @description Round of appraisal (vòng thẩm định) */
            readonly round: number;
        };
        readonly AdjustBody: {
            /**
             * @description Code of the component (tiêu chí thành phần)
             * @example 1.2.3
             */
            readonly component: string;
            /** @description Round of appraisal (vòng thẩm định) */
            readonly round: number;
            /**
             * @description The points that were seen; null: not applicable or not known yet
             * @example 12.5
             */
            readonly from: string | null;
            /**
             * @description The points given; null: does not apply
             * @example 12.5
             */
            readonly to: string | null;
            /**
             * @description Kind of reason
             * @example thieu_minh_chung
             */
            readonly reasonCode: string;
            /** @description Reason in words */
            readonly reason: string;
            /** @description True when it changes what was appraised in the same round already */
            readonly correction: boolean;
        };
        readonly ReturnBody: {
            /** @description What must be completed */
            readonly reason: string;
            /**
             * @description The unit may write again before this instant; if its last day is a day off, before the end of the next working day
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly submitBy: string;
        };
        readonly CloseFieldBody: {
            /**
             * @description Code of the field (lĩnh vực)
             * @example 1
             */
            readonly field: string;
            /** @description Round of appraisal (vòng thẩm định) */
            readonly round: number;
            /**
             * @description Id of a unit: only what it appraises as lead agency (cơ quan chủ trì); null: the whole field
             * @example so_noi_vu
             */
            readonly leadAgency: string | null;
        };
        readonly AskExplanationBody: {
            /**
             * @description Id of the question in this file, of the own making
             * @example gt_001
             */
            readonly explanationId: string;
            /**
             * @description Code of the component (tiêu chí thành phần)
             * @example 1.2.3
             */
            readonly component: string;
            /** @description Round of appraisal (vòng thẩm định) */
            readonly round: number;
            /** @description What is to be explained */
            readonly question: string;
            /**
             * @description The unit answers before this instant; if its last day is a day off, before the end of the next working day
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly answerBy: string;
        };
        readonly GiveExplanationBody: {
            /** @description The explanation (giải trình) */
            readonly text: string;
            /** @description Documents that the declaration did not name */
            readonly evidence: readonly components["schemas"]["EvidenceBody"][];
        };
        readonly MinutesBody: {
            /**
             * @description Number of the minutes (biên bản)
             * @example 12/BB-HĐTĐ
             */
            readonly number: string;
            /**
             * @description The day of the sitting
             * @example 2024-01-31
             */
            readonly heldOn: string;
        };
        readonly VotesBody: {
            /** @description Votes for */
            readonly for: number;
            /** @description Votes against: fewer than those for */
            readonly against: number;
            /** @description Abstentions */
            readonly abstained: number;
        };
        readonly DecideByCouncilBody: {
            /**
             * @description Code of the component (tiêu chí thành phần)
             * @example 1.2.3
             */
            readonly component: string;
            /**
             * @description The points that the council saw; null: not applicable
             * @example 12.5
             */
            readonly from: string | null;
            /**
             * @description The points that it gives; null: does not apply
             * @example 12.5
             */
            readonly to: string | null;
            /** @description The minutes of the sitting */
            readonly minutes: components["schemas"]["MinutesBody"];
            /** @description How the council voted */
            readonly votes: components["schemas"]["VotesBody"];
            /** @description Why it decided so */
            readonly reason: string;
        };
        readonly UpheldCaseBody: {
            /**
             * @description kiến nghị về điểm, khiếu nại về điểm of the unit itself, or khiếu nại of others
             * @enum {string}
             */
            readonly kind: "score-objection" | "score-complaint" | "complaint";
            /**
             * @description Id of the case, closed as upheld
             * @example A1
             */
            readonly caseId: string;
        };
        readonly DecisionBody: {
            /** @description Number of the decision (quyết định) */
            readonly number: string;
            /**
             * @description When it was signed
             * @example 2024-01-31
             */
            readonly signedOn: string;
            /** @description Who signed */
            readonly signer: string;
        };
        readonly RulePointsBody: {
            /**
             * @description Code of the component (tiêu chí thành phần)
             * @example 1.2.3
             */
            readonly component: string;
            /**
             * @description The points that were seen; null: not applicable
             * @example 12.5
             */
            readonly from: string | null;
            /**
             * @description The points by decision; null: does not apply
             * @example 12.5
             */
            readonly to: string | null;
            /** @description The case that was upheld */
            readonly case: components["schemas"]["UpheldCaseBody"];
            /** @description The decision on the case */
            readonly decision: components["schemas"]["DecisionBody"];
            /** @description Reason in words */
            readonly reason: string;
        };
        readonly RecordSurveyBatchBody: {
            /**
             * @description Survey campaign (cuộc điều tra)
             * @example sipas_2024
             */
            readonly campaign: string;
            /**
             * @description Name of the batch, unique within campaign and unit
             * @example dot_01
             */
            readonly batch: string;
            /**
             * @description Question codes, in the order of each response's letters
             * @example [
             *       "Q1",
             *       "Q2"
             *     ]
             */
            readonly questions: readonly string[];
            /**
             * @description One text per respondent: one option letter per question, "-" for no answer
             * @example [
             *       "AB",
             *       "A-"
             *     ]
             */
            readonly responses: readonly string[];
            /**
             * @description Name of the source file
             * @example dot_01.csv
             */
            readonly sourceName: string;
            /**
             * @description Digest of exactly this batch's source
             * @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
             */
            readonly sourceSha256: string;
        };
        readonly WithdrawSurveyBatchBody: {
            /**
             * @description Survey campaign (cuộc điều tra)
             * @example sipas_2024
             */
            readonly campaign: string;
            /**
             * @description Name of the batch, unique within campaign and unit
             * @example dot_01
             */
            readonly batch: string;
            /** @description Reason */
            readonly reason: string;
        };
        readonly BatchNameAnswer: {
            /** @description Survey campaign (cuộc điều tra) */
            readonly campaign: string;
            /** @description Name of the batch */
            readonly batch: string;
        };
        readonly BatchWithdrawalAnswer: {
            /** @description Why */
            readonly reason: string;
            /** @description As which batch the same source was recorded again; null: it was not */
            readonly replacedBy: components["schemas"]["BatchNameAnswer"] | null;
            /** @description Who withdrew it, and when */
            readonly recorded: components["schemas"]["ScoreEventAnswer"];
        };
        readonly SurveyBatchAnswer: {
            /** @description Survey campaign (cuộc điều tra) */
            readonly campaign: string;
            /** @description Name of the batch */
            readonly batch: string;
            /** @description Codes of its questions */
            readonly questions: readonly string[];
            /** @description How many people answered; no single response is shown */
            readonly responses: number;
            /** @description Name of the source file */
            readonly sourceName: string;
            /** @description Digest of the batch's source */
            readonly sourceSha256: string;
            /** @description Who recorded it, and when */
            readonly recorded: components["schemas"]["ScoreEventAnswer"];
            /** @description That it does not count any more; null: it counts */
            readonly withdrawn: components["schemas"]["BatchWithdrawalAnswer"] | null;
        };
        readonly OptionAnswer: {
            /** @description Letter of the option */
            readonly option: string;
            /** @description How many chose it */
            readonly answers: number;
        };
        readonly QuestionResultAnswer: {
            /** @description Code of the question */
            readonly question: string;
            /** @description How many people were asked */
            readonly asked: number;
            /** @description How many of them answered */
            readonly answered: number;
            /** @description The options that were chosen; null: fewer than 5 answered, too few to break down */
            readonly options: readonly components["schemas"]["OptionAnswer"][] | null;
        };
        readonly SurveysAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Assessment year */
            readonly year: number;
            /** @description Every batch on record, in the order of the log */
            readonly batches: readonly components["schemas"]["SurveyBatchAnswer"][];
            /** @description Sample size: how many people answered, over all batches that count */
            readonly responses: number;
            /** @description The answers as they count, over all campaigns; points are on the score sheet */
            readonly results: readonly components["schemas"]["QuestionResultAnswer"][];
            /** @description Revision of the stream, also as ETag; no-stream: nothing is recorded yet */
            readonly revision: string;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string | null;
        };
        readonly CaseTermAnswer: {
            /** @description The last day for an answer as it was set, before days off moved it */
            readonly dueOn: string;
        };
        readonly CaseReplyAnswer: {
            /** @description When it was answered */
            readonly answeredOn: string;
            /** @description True: after the day on which it was due */
            readonly late: boolean;
        };
        readonly CaseOutcomeAnswer: {
            /**
             * @description Outcome
             * @enum {string}
             */
            readonly outcome: "upheld" | "rejected" | "withdrawn";
            /** @description When it was concluded */
            readonly closedOn: string;
        };
        readonly ListedCaseAnswer: {
            /** @description Assessment year */
            readonly year: number;
            /** @description The unit that it is about */
            readonly unitId: string;
            /** @description Id of the case, unique within unit and year */
            readonly caseId: string;
            /**
             * @description phản ánh–kiến nghị, khiếu nại, reference to a tố cáo, the unit’s kiến nghị or khiếu nại about its score
             * @enum {string}
             */
            readonly kind: "feedback" | "complaint" | "denunciation-reference" | "score-objection" | "score-complaint";
            /** @description The component it concerns; null: none is named */
            readonly component: string | null;
            /** @description Number in the register it comes from; null: not given yet */
            readonly externalNumber: string | null;
            /** @description Channel */
            readonly channel: string;
            /** @description When it came in */
            readonly receivedOn: string;
            /** @description The last day on which an answer is in time */
            readonly dueOn: string;
            /** @description The term as it was set */
            readonly asked: components["schemas"]["CaseTermAnswer"];
            /**
             * @description How far it has come: what is concluded is closed, answered or not
             * @enum {string}
             */
            readonly state: "open" | "answered" | "closed";
            /** @description The answer; null: none yet */
            readonly answer: components["schemas"]["CaseReplyAnswer"] | null;
            /** @description How it ended; null: it has not */
            readonly conclusion: components["schemas"]["CaseOutcomeAnswer"] | null;
            /** @description True: a faulty event stopped the cases about the unit in the year, and what stands here is from before it */
            readonly halted: boolean;
        };
        readonly HaltedCasesAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description Assessment year */
            readonly year: number;
        };
        readonly CasesAnswer: {
            /** @description By the day on which they are due; none about the own unit */
            readonly cases: readonly components["schemas"]["ListedCaseAnswer"][];
            /** @description Where a faulty event stopped the cases: some that came in since may be missing */
            readonly halted: readonly components["schemas"]["HaltedCasesAnswer"][];
            /** @description Position of the log up to which this is true, or the moment asked about */
            readonly asOf: string | null;
        };
        readonly ReceiveCaseBody: {
            /**
             * @description Id of the case
             * @example A1
             */
            readonly caseId: string;
            /**
             * @description The component it concerns
             * @example A1
             */
            readonly component?: string | null;
            /**
             * @description Channel
             * @example 1022
             */
            readonly channel: string;
            /**
             * @description phản ánh–kiến nghị, khiếu nại, reference to a tố cáo, the unit’s objection to the own provisional score, or its khiếu nại about the official one
             * @enum {string}
             */
            readonly kind: "feedback" | "complaint" | "denunciation-reference" | "score-objection" | "score-complaint";
            /**
             * @description Number in the register it comes from; no spaces, no names
             * @example 12/KN
             */
            readonly externalNumber: string;
            /**
             * @description When it came in
             * @example 2024-01-31
             */
            readonly receivedOn: string;
            /**
             * @description When the answer is due; if it is a day off, the next working day
             * @example 2024-01-31
             */
            readonly dueOn: string;
        };
        readonly ObjectBody: {
            /**
             * @description Id of the case
             * @example A1
             */
            readonly caseId: string;
            /**
             * @description The component it concerns
             * @example A1
             */
            readonly component?: string | null;
            /**
             * @description Channel
             * @example 1022
             */
            readonly channel: string;
        };
        readonly ObjectionTaken: {
            /** @description Position in the whole log, also as Consistency-Token */
            readonly position: string;
        };
        readonly RegisterCaseBody: {
            /**
             * @description Number in the register it comes from; no spaces, no names
             * @example 12/KN
             */
            readonly externalNumber: string;
        };
        readonly AnswerCaseBody: {
            /**
             * @description When it was answered
             * @example 2024-01-31
             */
            readonly answeredOn: string;
        };
        readonly CloseCaseBody: {
            /**
             * @description Outcome
             * @enum {string}
             */
            readonly outcome: "upheld" | "rejected" | "withdrawn";
            /**
             * @description When it was concluded
             * @example 2024-01-31
             */
            readonly closedOn: string;
            /** @description Reason; mandatory, but null for a denunciation */
            readonly reason?: string | null;
        };
        readonly CaseEntryAnswer: {
            /** @description Assessment year */
            readonly year: number;
            /** @description The unit that it is about */
            readonly unitId: string;
            /** @description Id of the case, unique within unit and year */
            readonly caseId: string;
            /**
             * @description phản ánh–kiến nghị, khiếu nại, reference to a tố cáo, the unit’s kiến nghị or khiếu nại about its score
             * @enum {string}
             */
            readonly kind: "feedback" | "complaint" | "denunciation-reference" | "score-objection" | "score-complaint";
            /** @description The component it concerns; null: none is named */
            readonly component: string | null;
            /** @description Number in the register it comes from; null: not given yet */
            readonly externalNumber: string | null;
            /** @description Channel */
            readonly channel: string;
            /** @description When it came in */
            readonly receivedOn: string;
            /** @description The last day on which an answer is in time */
            readonly dueOn: string;
            /** @description The term as it was set */
            readonly asked: components["schemas"]["CaseTermAnswer"];
            /**
             * @description How far it has come: what is concluded is closed, answered or not
             * @enum {string}
             */
            readonly state: "open" | "answered" | "closed";
            /** @description The answer; null: none yet */
            readonly answer: components["schemas"]["CaseReplyAnswer"] | null;
            /** @description How it ended; null: it has not */
            readonly conclusion: components["schemas"]["CaseOutcomeAnswer"] | null;
        };
        readonly UnitCasesAnswer: {
            /** @description By the day on which they are due */
            readonly cases: readonly components["schemas"]["CaseEntryAnswer"][];
            /** @description Revision of the stream of all cases about the unit in the year, also as ETag; no-stream: there are none */
            readonly revision: string;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string | null;
        };
        readonly CaseCourseAnswer: {
            /** @description Assessment year */
            readonly year: number;
            /** @description The unit that it is about */
            readonly unitId: string;
            /** @description Id of the case, unique within unit and year */
            readonly caseId: string;
            /**
             * @description phản ánh–kiến nghị, khiếu nại, reference to a tố cáo, the unit’s kiến nghị or khiếu nại about its score
             * @enum {string}
             */
            readonly kind: "feedback" | "complaint" | "denunciation-reference" | "score-objection" | "score-complaint";
            /** @description The component it concerns; null: none is named */
            readonly component: string | null;
            /** @description Number in the register it comes from; null: not given yet */
            readonly externalNumber: string | null;
            /** @description Channel */
            readonly channel: string;
            /** @description When it came in */
            readonly receivedOn: string;
            /** @description The last day on which an answer is in time */
            readonly dueOn: string;
            /** @description The term as it was set */
            readonly asked: components["schemas"]["CaseTermAnswer"];
            /**
             * @description How far it has come: what is concluded is closed, answered or not
             * @enum {string}
             */
            readonly state: "open" | "answered" | "closed";
            /** @description The answer; null: none yet */
            readonly answer: components["schemas"]["CaseReplyAnswer"] | null;
            /** @description How it ended; null: it has not */
            readonly conclusion: components["schemas"]["CaseOutcomeAnswer"] | null;
            /** @description Why it was concluded so; null: it was not, or it is a denunciation, of which no text enters */
            readonly reason: string | null;
            /** @description Its course in the order of the log: who recorded what and when */
            readonly events: readonly components["schemas"]["ScoreEventAnswer"][];
            /** @description Revision of the stream of all cases about the unit in the year, also as ETag; no-stream: there are none */
            readonly revision: string;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string | null;
        };
        readonly CaseRulingAnswer: {
            /** @description The component */
            readonly component: string;
            /** @description Exact points before; null: not applicable */
            readonly from: string | null;
            /** @description Exact points by the ruling; null: not applicable */
            readonly to: string | null;
            /** @description The decision */
            readonly decision: components["schemas"]["DecisionAnswer"];
            /** @description Why */
            readonly reason: string;
            /** @description Who recorded it, and when */
            readonly recorded: components["schemas"]["ScoreEventAnswer"];
        };
        readonly CaseRulingsAnswer: {
            /** @description In the order of the log */
            readonly rulings: readonly components["schemas"]["CaseRulingAnswer"][];
            /** @description Revision of the stream of the unit’s file, which holds rulings, also as ETag: give it as If-Match */
            readonly revision: string;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string | null;
        };
        readonly BlockYearOpenedAnswer: {
            /** @description How many files this request opened */
            readonly opened: number;
            /** @description Units whose file was open already */
            readonly alreadyOpen: readonly string[];
            /** @description Members whose file is open for another block, where they are assessed: `unit (block)` */
            readonly openElsewhere: readonly string[];
            /** @description Position in the whole log; give it as `after` */
            readonly position: string;
        };
        readonly AnnounceResultsBody: {
            /**
             * @description Units may object before this instant, a day after the announcement at the earliest; if its last day is a day off, before the end of the next working day
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly objectUntil: string;
        };
        readonly PublishResultsBody: {
            /** @description The decision that makes the results official */
            readonly decision: components["schemas"]["DecisionBody"];
        };
        readonly CorrectResultsBody: {
            /** @description The decision by which the results are corrected */
            readonly decision: components["schemas"]["DecisionBody"];
            /** @description Why they are corrected */
            readonly reason: string;
        };
        readonly ImportedRowBody: {
            /**
             * @description The unit
             * @example so_noi_vu
             */
            readonly unitId: string;
            /** @description Its name as published */
            readonly unitName: string;
            /**
             * @description Index %
             * @example 12.5
             */
            readonly index?: string | null;
            /** @description Rank */
            readonly rank?: number | null;
            /** @description Class as published */
            readonly className?: string | null;
            /**
             * @description What the class means to the consequence rules
             * @enum {string|null}
             */
            readonly grade?: "excellent" | "good" | "fair" | "average" | "weak" | null;
            /** @description Note */
            readonly note?: string | null;
        };
        readonly SourceBody: {
            /** @description Title */
            readonly title: string;
            /**
             * @description Address, https://…
             * @example https://example.vn/ket-qua
             */
            readonly url: string;
        };
        readonly ImportResultsBody: {
            /**
             * @description Assessment year (năm đánh giá)
             * @example 2024
             */
            readonly year: number;
            /**
             * @description The block (Khối)
             * @example so_noi_vu
             */
            readonly blockId: string;
            /** @description Its name */
            readonly blockName: string;
            /** @description Number of ranked units */
            readonly n?: number | null;
            /** @description One row per unit */
            readonly rows: readonly components["schemas"]["ImportedRowBody"][];
            /** @description Where it was published */
            readonly source: components["schemas"]["SourceBody"];
        };
        readonly RulesetEntryAnswer: {
            /** @description Id of the ruleset (bộ tiêu chí) */
            readonly id: string;
            /** @description Version */
            readonly version: number;
            /** @description SHA-256 of its canonical JSON */
            readonly sha256: string;
            /** @description Title */
            readonly title: string;
            /** @description True: a sample (mẫu), not an official ruleset */
            readonly sample: boolean;
            /** @description First day in force */
            readonly effectiveFrom: string;
        };
        readonly HoldingAnswer: {
            /** @description Id: that of the command which gave it, or file.<role> */
            readonly id: string;
            /**
             * @description Role
             * @enum {string}
             */
            readonly role: "unit-officer" | "unit-head" | "appraiser" | "council" | "survey-organiser" | "case-handler" | "administrator-of-units" | "auditor" | "leader" | "it-admin";
            /** @description The unit the person works for */
            readonly unitId: string | null;
            /** @description Fields (lĩnh vực); null: all */
            readonly fields: readonly string[] | null;
            /** @description Blocks (Khối); null: all */
            readonly blockIds: readonly string[] | null;
            /** @description In force from this instant on */
            readonly from: string;
            /** @description Not any more from this instant on; null: until revoked */
            readonly until: string | null;
        };
        readonly DelegationAnswer: {
            /** @description Id: that of the command which gave it, or file.<role> */
            readonly id: string;
            /**
             * @description Role
             * @enum {string}
             */
            readonly role: "unit-officer" | "unit-head" | "appraiser" | "council" | "survey-organiser" | "case-handler" | "administrator-of-units" | "auditor" | "leader" | "it-admin";
            /** @description The unit the person works for */
            readonly unitId: string | null;
            /** @description Fields (lĩnh vực); null: all */
            readonly fields: readonly string[] | null;
            /** @description Blocks (Khối); null: all */
            readonly blockIds: readonly string[] | null;
            /** @description In force from this instant on */
            readonly from: string;
            /** @description Not any more from this instant on; null: until revoked */
            readonly until: string | null;
            /** @description Account in whose name is acted */
            readonly fromAccount: string;
        };
        readonly GivenDelegationAnswer: {
            /** @description Id: that of the command which gave it, or file.<role> */
            readonly id: string;
            /**
             * @description Role
             * @enum {string}
             */
            readonly role: "unit-officer" | "unit-head" | "appraiser" | "council" | "survey-organiser" | "case-handler" | "administrator-of-units" | "auditor" | "leader" | "it-admin";
            /** @description The unit the person works for */
            readonly unitId: string | null;
            /** @description Fields (lĩnh vực); null: all */
            readonly fields: readonly string[] | null;
            /** @description Blocks (Khối); null: all */
            readonly blockIds: readonly string[] | null;
            /** @description In force from this instant on */
            readonly from: string;
            /** @description Not any more from this instant on; null: until revoked */
            readonly until: string | null;
            /** @description Account that acts by it; it may not have signed in yet */
            readonly toAccount: string;
        };
        readonly AccountAnswer: {
            /** @description Id of the account */
            readonly accountId: string;
            /** @description Roles granted */
            readonly grants: readonly components["schemas"]["HoldingAnswer"][];
            /** @description Delegations received */
            readonly delegations: readonly components["schemas"]["DelegationAnswer"][];
            /** @description Delegations given to others */
            readonly delegationsGiven: readonly components["schemas"]["GivenDelegationAnswer"][];
            /** @description Accounts to which delegations may have been given that cannot be told now: ask again later */
            readonly delegatesUntold: readonly string[];
        };
        readonly GrantRoleBody: {
            /**
             * @description Role
             * @enum {string}
             */
            readonly role: "unit-officer" | "unit-head" | "appraiser" | "council" | "survey-organiser" | "case-handler" | "administrator-of-units" | "auditor" | "leader" | "it-admin";
            /**
             * @description The unit the person works for: a unit role reaches this unit only, an appraiser everything but it; null: none
             * @example so_noi_vu
             */
            readonly unitId: string | null;
            /** @description Codes of the fields (lĩnh vực) that are appraised; null: all */
            readonly fields: readonly string[] | null;
            /** @description Blocks (Khối) whose units are dealt with; null: all */
            readonly blockIds: readonly string[] | null;
            /**
             * @description From this instant on; null: from now
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly from?: string | null;
            /** @description Reason */
            readonly reason: string;
            /**
             * @description Not any more from this instant on; null: until revoked
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly until: string | null;
            /** @description Legal document (văn bản) behind it */
            readonly legalDocument?: string | null;
        };
        readonly RevokeGrantBody: {
            /**
             * @description Id of the grant; file.<role> for one of the accounts file
             * @example A1
             */
            readonly grantId: string;
            /** @description Reason */
            readonly reason: string;
        };
        readonly GiveDelegationBody: {
            /**
             * @description Role
             * @enum {string}
             */
            readonly role: "unit-officer" | "unit-head" | "appraiser" | "council" | "survey-organiser" | "case-handler" | "administrator-of-units" | "auditor" | "leader" | "it-admin";
            /**
             * @description The unit the person works for: a unit role reaches this unit only, an appraiser everything but it; null: none
             * @example so_noi_vu
             */
            readonly unitId: string | null;
            /** @description Codes of the fields (lĩnh vực) that are appraised; null: all */
            readonly fields: readonly string[] | null;
            /** @description Blocks (Khối) whose units are dealt with; null: all */
            readonly blockIds: readonly string[] | null;
            /**
             * @description From this instant on; null: from now
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly from?: string | null;
            /** @description Reason */
            readonly reason: string;
            /**
             * @description Not any more from this instant on
             * @example 2024-12-31T17:00:00.000Z
             */
            readonly until: string;
        };
        readonly WithdrawDelegationBody: {
            /**
             * @description Id of the delegation
             * @example 0190b7a4-0000-7000-8000-000000000001
             */
            readonly delegationId: string;
            /** @description Reason */
            readonly reason: string;
        };
        readonly ViewingAnswer: {
            /** @description Account that looked */
            readonly accountId: string;
            /** @description Account in whose name */
            readonly onBehalfOf: string | null;
            /** @description Role in which */
            readonly role: string;
            /**
             * @description What was shown
             * @enum {string}
             */
            readonly papers: "score-sheet" | "proposals" | "cases" | "surveys" | "export" | "register-sheet" | "notices" | "file";
            /** @description The assessment year it is about; null: all */
            readonly about: number | null;
            /** @description How often */
            readonly times: number;
            /** @description First time */
            readonly firstAt: string;
            /** @description Last time */
            readonly lastAt: string;
            /** @description Where the log ended then: nothing later was seen */
            readonly logPosition: string;
        };
        readonly ViewingsAnswer: {
            /** @description The unit */
            readonly unitId: string;
            /** @description The calendar year in which its papers were looked at */
            readonly year: number;
            /** @description How many records there are in all */
            readonly total: number;
            /** @description A page of them, the latest first */
            readonly viewings: readonly components["schemas"]["ViewingAnswer"][];
        };
        readonly ListViewingAnswer: {
            /** @description Account that looked */
            readonly accountId: string;
            /** @description Account in whose name */
            readonly onBehalfOf: string | null;
            /** @description Role in which */
            readonly role: string;
            /**
             * @description Which list was shown
             * @enum {string}
             */
            readonly list: "proposals" | "present-ranking" | "files" | "cases";
            /**
             * @description What was asked, by the names in the address: year, block, page, moment
             * @example {
             *       "year": "2024",
             *       "blockId": "so_ban_nganh"
             *     }
             */
            readonly asked: {
                readonly [key: string]: string;
            };
            /** @description How often */
            readonly times: number;
            /** @description First time */
            readonly firstAt: string;
            /** @description Last time */
            readonly lastAt: string;
            /** @description Where the log ended then: nothing later was seen */
            readonly logPosition: string;
        };
        readonly ListViewingsAnswer: {
            /** @description The day in Vietnam on which lists were looked at */
            readonly day: string;
            /** @description How many records there are in all */
            readonly total: number;
            /** @description A page of them, latest first */
            readonly viewings: readonly components["schemas"]["ListViewingAnswer"][];
        };
        readonly SignedOutAnswer: {
            /** @description Revision of the stream written to, from 0, also as ETag; a repeated command answers its first. */
            readonly revision: string;
            /** @description Position in the whole log, also as Consistency-Token. */
            readonly position: string;
            /** @description Where the browser goes to end the session at the identity provider too; null: nowhere */
            readonly endSessionUrl: string | null;
        };
        readonly IssuersAnswer: {
            /** @description Names of the identity providers by which one can sign in */
            readonly issuers: readonly string[];
        };
        readonly RevisionAnswer: {
            /** @description Revision of its stream, from 0, also as ETag: give it as If-Match; no-stream: nothing is recorded yet */
            readonly revision: string;
            /** @description Position of its last event in the whole log, also as Consistency-Token */
            readonly position: string | null;
            /** @description When that was recorded */
            readonly recordedAt: string | null;
        };
        readonly Problem: {
            /** @description Address that explains this type of problem. */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            /** @description Vietnamese: what is wrong and what to mend. */
            readonly detail: string;
            /** @description Stable: <feature>.<kebab>. */
            readonly code: string;
            readonly errors?: readonly {
                readonly field: string;
                readonly detail: string;
            }[];
            /** @description What it is about, for programs; the code says which parts there are. */
            readonly details?: {
                /** @description Units that it is about: those that are not ready (publication.results-are-not-ready), whose figures have changed (publication.figures-have-changed), or that are assessed in another block (publication.members-are-assessed-elsewhere). */
                readonly units?: readonly {
                    readonly unitId: string;
                    /** @description Not ready: what the unit is called. */
                    readonly name?: string;
                    /** @description Not ready: why, as a stable word. */
                    readonly kind?: string;
                    /** @description Not ready: why, in Vietnamese. */
                    readonly reason?: string;
                    /** @description Not ready: from this instant on (30 s later for whoever publishes) the unit is out of time and holds nothing up any more; null: only somebody’s act ends it. */
                    readonly until?: string | null;
                    /** @description Assessed in this block (Khối). */
                    readonly blockId?: string;
                }[];
                /** @description Objections (kiến nghị về điểm) that are open (publication.objections-are-open), or upheld without a ruling on points (publication.objections-are-not-ruled). */
                readonly objections?: readonly {
                    readonly unitId: string;
                    readonly caseId: string;
                }[];
                /** @description Components (tiêu chí thành phần) that are not declared, not appraised, or asked about. */
                readonly components?: readonly {
                    readonly component: string;
                }[];
                /** @description Fields (lĩnh vực) that are not closed, or that no ruleset has. */
                readonly fields?: readonly {
                    readonly field: string;
                }[];
                /** @description Fields (lĩnh vực) that the appraiser may appraise. */
                readonly own?: readonly {
                    readonly field: string;
                }[];
                /** @description Lead agencies (cơ quan chủ trì) whose share it is. */
                readonly leadAgencies?: readonly {
                    readonly leadAgency: string;
                }[];
                /** @description Holidays (ngày nghỉ lễ, tết) that the calendar lacks, in Vietnamese. */
                readonly missing?: readonly {
                    readonly holiday: string;
                }[];
                /** @description Years whose working calendar is not recorded. */
                readonly years?: readonly {
                    readonly year: number;
                }[];
            } & {
                readonly [key: string]: unknown;
            };
            /** Format: uuid */
            readonly correlationId: string;
        };
    };
    responses: {
        /** @description Not of the form that is described here (http.invalid-request names each field), or without Idempotency-Key */
        readonly Problem400: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No account, or a token that is none */
        readonly Problem401: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not for the roles of this account, not for its unit, a file that its unit has not submitted, or refused to this person by a rule of four eyes */
        readonly Problem403: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the address or the body names does not exist, or not for everybody yet */
        readonly Problem404: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Against the present state */
        readonly Problem409: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The stream is not as it was seen: nothing was written; look again (http.precondition-failed) */
        readonly Problem412: {
            headers: {
                /** @description What the stream is at now */
                readonly ETag: string;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        readonly Problem413: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON in UTF-8 */
        readonly Problem415: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Against a rule */
        readonly Problem422: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing: say which revision was seen (http.precondition-required) */
        readonly Problem428: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests: come back later, with the same Idempotency-Key */
        readonly Problem429: {
            headers: {
                /** @description Seconds to wait */
                readonly "Retry-After": number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Overloaded, not in time, or log or database away: come back later, with the same Idempotency-Key */
        readonly Problem503: {
            headers: {
                /** @description Seconds to wait */
                readonly "Retry-After": number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Problem (RFC 9457) */
        readonly Problem: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly ScorecardController_get: {
        readonly parameters: {
            readonly query?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The rules: id/version/sha256, as under /rulesets */
                    readonly "X-Ruleset"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitScoreAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RankingController_blocks: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["BlockYearsAnswer"][];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RankingController_history: {
        readonly parameters: {
            readonly query?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RankingHistoryAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RankingController_published: {
        readonly parameters: {
            readonly query?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The rules: id/version/sha256, as under /rulesets */
                    readonly "X-Ruleset"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RankingAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RankingController_present: {
        readonly parameters: {
            readonly query?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The rules: id/version/sha256, as under /rulesets */
                    readonly "X-Ruleset"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RankingAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AssessmentController_recordSelfScore: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordSelfScoreBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AssessmentController_grantExtension: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GrantExtensionBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AssessmentController_grantAppraisalExtension: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GrantAppraisalExtensionBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ApprovalController_request: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ApprovalController_decline: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeclineBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ApprovalController_submit: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AccountabilityController_all: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description Only this year */
                readonly year?: string | null;
                /** @description Only this block (Khối) */
                readonly blockId?: string | null;
                /** @description true: also what was proposed once and no longer stands */
                readonly superseded?: "true" | "false" | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FlagsAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AccountabilityController_ofUnit: {
        readonly parameters: {
            readonly query?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FlagsAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly NoticesController_ofUnit: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description Only this assessment year */
                readonly year?: string | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NoticesAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly FileRegisterController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description Only this block (Khối) */
                readonly blockId?: string | null;
                /** @description Only files that stand so */
                readonly state?: "declaring" | "awaiting-approval" | "submitted" | "returned" | "appraised" | "ended" | null;
                /** @description Only files that wait for somebody in this role */
                readonly waitsFor?: "unit-officer" | "unit-head" | "appraiser" | "administrator-of-units" | "case-handler" | null;
                /** @description Only files that wait for something in this field (lĩnh vực) */
                readonly field?: string | null;
                /** @description Only files that wait for this unit as lead agency (cơ quan chủ trì) */
                readonly leadAgency?: string | null;
                /** @description A part of the unit's name, with or without diacritics */
                readonly q?: string | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilesAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly FileRegisterController_course: {
        readonly parameters: {
            readonly query?: {
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    /** @description The rules: id/version/sha256, as under /rulesets */
                    readonly "X-Ruleset"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileCourseAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly HealthController_live: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly HealthController_ready: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ProjectionController_all: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectionsAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitRegisterController_find: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description The day on which things were so; when left out today, with asOf the day of that moment */
                readonly on?: string | null;
                /** @description Part of a name, with or without diacritics; or the official code */
                readonly q?: string | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FoundUnitsAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_register: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterUnitBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_rename: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RenameUnitBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_dissolve: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DissolveUnitBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_changeLevel: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeLevelBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_recordLineage: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordLineageBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_takeOffice: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TakeOfficeBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_leaveOffice: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LeaveOfficeBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_ruleSuccession: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RuleSuccessionBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_correctTenure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectTenureBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitController_withdrawChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WithdrawChangeBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly UnitRegisterController_unit: {
        readonly parameters: {
            readonly query?: {
                /** @description The day on which things were so; when left out today, with asOf the day of that moment */
                readonly on?: string | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisteredUnitAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly BlockController_define: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DefineBlockBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly BlockRegisterController_members: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description The day on which things were so; when left out today, with asOf the day of that moment */
                readonly on?: string | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BlockMembersAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly BlockController_join: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JoinBlockBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly BlockController_leave: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LeaveBlockBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly BlockController_correct: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectMembershipBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PeriodReadsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description The first of twenty years; when not said, that of ten years ago */
                readonly from?: string | null;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PeriodEntryAnswer"][];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PeriodController_open: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OpenPeriodBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PeriodController_skipBlock: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SkipBlockBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PeriodReadsController_ofYear: {
        readonly parameters: {
            readonly query?: {
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeriodAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PeriodReadsController_recordOf: {
        readonly parameters: {
            readonly query?: {
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeriodRecordAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CalendarController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description The first of twenty years; when not said, that of ten years ago */
                readonly from?: string | null;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["CalendarEntryAnswer"][];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CalendarController_record: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordWorkingCalendarBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CalendarController_ofYear: {
        readonly parameters: {
            readonly query?: {
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkingCalendarAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AppraisalController_confirm: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AppraisalController_adjust: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AdjustBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AppraisalCourseController_return: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReturnBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AppraisalCourseController_closeField: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CloseFieldBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AppraisalCourseController_close: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ExplanationController_ask: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AskExplanationBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ExplanationController_give: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
                readonly explanationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GiveExplanationBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CouncilController_decide: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecideByCouncilBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RulingController_rule: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RulePointsBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly SurveyController_record: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordSurveyBatchBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly SurveyController_withdraw: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WithdrawSurveyBatchBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly SurveyReadsController_ofUnit: {
        readonly parameters: {
            readonly query?: {
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SurveysAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseListController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description Only cases of this kind */
                readonly kind?: "feedback" | "complaint" | "denunciation-reference" | "score-objection" | "score-complaint" | null;
                /** @description Only cases that have come so far */
                readonly state?: "open" | "answered" | "closed" | null;
                /** @description Only this assessment year */
                readonly year?: string | null;
                /** @description Only cases about this unit */
                readonly unitId?: string | null;
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly after?: string;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After. */
                readonly "Consistency-Token"?: string;
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description Position of the log up to which the answer is true */
                    readonly "X-As-Of-Position"?: string;
                    /** @description The read model that answered, and its version; absent where the log itself did, as of a moment */
                    readonly "X-Projection-Version"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasesAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseReadsController_ofUnit: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description Only cases of this kind */
                readonly kind?: "feedback" | "complaint" | "denunciation-reference" | "score-objection" | "score-complaint" | null;
                /** @description Only cases that have come so far */
                readonly state?: "open" | "answered" | "closed" | null;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitCasesAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseworkController_receive: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReceiveCaseBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseworkController_object: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ObjectBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ObjectionTaken"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseworkController_registerNumber: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
                readonly caseId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterCaseBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseworkController_answer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
                readonly caseId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AnswerCaseBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseworkController_close: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
                readonly caseId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CloseCaseBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseReadsController_course: {
        readonly parameters: {
            readonly query?: {
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
                readonly caseId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseCourseAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly CaseReadsController_rulings: {
        readonly parameters: {
            readonly query?: {
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
                readonly caseId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseRulingsAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PublicationController_open: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly year: number;
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BlockYearOpenedAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PublicationController_announce: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AnnounceResultsBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PublicationController_publish: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PublishResultsBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PublicationController_correct: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly year: number;
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectResultsBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 428: components["responses"]["Problem428"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly PublicationController_import: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ImportResultsBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RulesetController_list: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["RulesetEntryAnswer"][];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RulesetController_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly version: number;
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AccessController_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly accountId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AccessController_grant: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly accountId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GrantRoleBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AccessController_revoke: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly accountId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevokeGrantBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AccessController_delegate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly accountId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GiveDelegationBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly AccessController_withdraw: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly accountId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WithdrawDelegationBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly MeController_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ViewingController_ofUnit: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewingsAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly ListViewingController_ofDay: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most; 100 when not said */
                readonly limit?: string | null;
                /** @description Where to go on: from the address of the next page in Link, never made by hand */
                readonly cursor?: string | null;
                /** @description What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s (2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer. */
                readonly asOf?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
            };
            readonly path: {
                readonly day: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The address of the next page, rel="next"; absent on the last */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListViewingsAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly SignOutController_signOut: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused). */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the stream as it was seen, from …/revision or from the command before. Instead of it, for a stream that is not there yet: If-None-Match: * */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignedOutAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 409: components["responses"]["Problem409"];
            readonly 412: components["responses"]["Problem412"];
            readonly 413: components["responses"]["Problem413"];
            readonly 415: components["responses"]["Problem415"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly SignInController_issuers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuersAnswer"];
                };
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly SignInController_begin: {
        readonly parameters: {
            readonly query: {
                /** @description Name of the identity provider */
                readonly issuer: string;
                /** @description Where to go afterwards: a path of this site */
                readonly returnTo?: string;
                /** @description true: the provider asks who it is, also of somebody who is signed in: before signing off and publishing */
                readonly stepUp?: "true";
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description To the identity provider */
            readonly 302: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly SignInController_end: {
        readonly parameters: {
            readonly query?: {
                /** @description As the identity provider gives it */
                readonly code?: string;
                /** @description As the identity provider gives it */
                readonly state?: string;
                /** @description As the identity provider gives it */
                readonly iss?: string;
                /** @description As the identity provider gives it */
                readonly session_state?: string;
                /** @description As the identity provider gives it */
                readonly error?: string;
                /** @description As the identity provider gives it */
                readonly error_description?: string;
                /** @description As the identity provider gives it */
                readonly error_uri?: string;
                /** @description As the identity provider gives it */
                readonly scope?: string;
            };
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description To where the person was */
            readonly 302: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofUnit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofBlock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofPeriod: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofCalendar: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofSurvey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofCases: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly unitId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly RevisionController_ofResults: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Correlation id of the caller; given when missing, always returned. */
                readonly "X-Correlation-Id"?: string;
                /** @description Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted. */
                readonly "X-On-Behalf-Of"?: string;
                /** @description ETags of answers that the caller holds; then 304. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly year: number;
                readonly blockId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    /** @description The position, for a question that must contain it */
                    readonly "Consistency-Token"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevisionAnswer"];
                };
            };
            /** @description The caller holds the present answer */
            readonly 304: {
                headers: {
                    /** @description The revision, as a strong tag */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Problem400"];
            readonly 401: components["responses"]["Problem401"];
            readonly 403: components["responses"]["Problem403"];
            readonly 404: components["responses"]["Problem404"];
            readonly 422: components["responses"]["Problem422"];
            readonly 429: components["responses"]["Problem429"];
            readonly 503: components["responses"]["Problem503"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
