// Made by `npm run gen`; do not edit.
export interface paths {
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Signs in with address and password, or asks for the second factor.
         */
        post: operations["login_auth_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Continue Session
         * @description Continues the session of the refresh cookie.
         */
        post: operations["continue_session_auth_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logout
         * @description Ends the session of the refresh cookie.
         */
        post: operations["logout_auth_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation
         * @description Joins the staff with the code of an invitation; then one signs in with the address it went to.
         *
         *     Who has a sign-in with that address keeps their password; the one sent here is not used then.
         */
        post: operations["accept_invitation_auth_invitation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description The caller, with everything they may do here.
         */
        get: operations["me_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Permissions
         * @description Everything that a role of a tenant can hold, by area.
         */
        get: operations["list_permissions_permissions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Roles
         * @description The roles of the tenant with what they permit.
         */
        get: operations["list_roles_roles_get"];
        put?: never;
        /**
         * Create Role
         * @description Writes a role, or copies one; nobody puts into it what they do not hold themselves.
         */
        post: operations["create_role_roles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Role
         * @description Changes name, permissions and limits of a role of the tenant's own; acts everywhere within seconds.
         */
        put: operations["change_role_roles__role__put"];
        post?: never;
        /**
         * Delete Role
         * @description Deletes a role of the tenant's own that nobody holds.
         */
        delete: operations["delete_role_roles__role__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why
         * @description Why one may, or may not: the roles, scopes, limits and overrides that lead to the answer.
         *
         *     Without ``user_id`` it answers for the caller; for colleagues it needs ``team:view``.
         */
        get: operations["why_access_why_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Staff
         * @description The tenant's staff with what they hold at this moment.
         */
        get: operations["list_staff_staff_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Staff Sessions
         * @description Where a member of staff is signed in, the session seen last first.
         */
        get: operations["list_staff_sessions_staff__user_id__sessions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Staff Out
         * @description Ends all sessions of a member of staff; they can sign in again.
         */
        post: operations["sign_staff_out_staff__user_id__sign_out_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant Role
         * @description Grants a role to a member of staff; acts within seconds.
         */
        post: operations["grant_role_staff__user_id__roles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Role
         * @description Revokes a role of a member of staff wherever it is held; acts within seconds.
         */
        delete: operations["revoke_role_staff__user_id__roles__role__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/grants/{grant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Grant
         * @description Revokes one grant of a role; it may still be held elsewhere.
         */
        delete: operations["revoke_grant_staff__user_id__grants__grant_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Override
         * @description Gives one permission to a person or keeps it from them, whatever their roles say; a denial wins.
         */
        post: operations["set_override_staff__user_id__overrides_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/overrides/{override_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lift Override
         * @description Takes a decision about one person back: from then on their roles say it.
         */
        delete: operations["lift_override_staff__user_id__overrides__override_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Staff
         * @description Takes a person off the staff: roles are gone, sessions end.
         */
        post: operations["remove_staff_staff__user_id__remove_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invitations
         * @description Invitations that wait to be accepted.
         */
        get: operations["list_invitations_invitations_get"];
        put?: never;
        /**
         * Invite
         * @description Asks a person to join the staff; the mail carries a code that counts for seven days.
         */
        post: operations["invite_invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Invitation
         * @description Takes an invitation back.
         */
        delete: operations["withdraw_invitation_invitations__invitation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/impersonate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Impersonate
         * @description Begins to see the house as a member: at most two hours, no money moves, and the member is told.
         */
        post: operations["impersonate_members__member_id__impersonate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/impersonations/{impersonation_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Impersonation
         * @description Ends one of the caller's own impersonations.
         */
        post: operations["end_impersonation_impersonations__impersonation_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/impersonations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Impersonations
         * @description Who looked at a member's account, when and why; the latest first.
         */
        get: operations["list_impersonations_members__member_id__impersonations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/reset-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Member
         * @description Asks a second person to remove all second factors of a member who lost them.
         *
         *     Carried out, it ends the member's sessions and tells them by mail. The password stays.
         */
        post: operations["reset_member_members__member_id__reset_factors_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{user_id}/reset-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Staff
         * @description Asks a second person to remove all second factors of a colleague who lost them.
         */
        post: operations["reset_staff_staff__user_id__reset_factors_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Approvals
         * @description Acts that wait, or waited, for a second person; newest first.
         */
        get: operations["list_approvals_approvals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{approval_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Approves what was seen; whoever completes the number it needs carries it out.
         */
        post: operations["approve_approvals__approval_id__approve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{approval_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject
         * @description Says no, with the reason.
         */
        post: operations["reject_approvals__approval_id__reject_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{approval_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Takes back what one asked for oneself, while it waits.
         */
        post: operations["withdraw_approvals__approval_id__withdraw_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description Entries of the audit trail, newest first.
         */
        get: operations["list_audit_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Audit
         * @description The audit trail as CSV; that it was exported stands on it.
         */
        get: operations["export_audit_audit_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Sign In
         * @description Finishes a sign-in that was answered with a challenge. A wrong code leaves four more tries.
         */
        post: operations["finish_sign_in_auth_second_factor_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Passkey
         * @description Asks for the challenge of a sign-in by passkey alone; the browser offers those it knows.
         */
        post: operations["start_passkey_auth_passkey_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In With Passkey
         * @description Signs in with a passkey whose device has checked its owner; nothing more is asked.
         */
        post: operations["sign_in_with_passkey_auth_passkey_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Code
         * @description Sends a code for a challenge, of a sign-in or of step-up; the one before no longer counts.
         */
        post: operations["send_code_auth_second_factor_send_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Step Up
         * @description Asks for the challenge that a dangerous act wants answered (403 `step_up_required`).
         */
        post: operations["start_step_up_auth_step_up_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Step Up
         * @description Proves once more who it is; for ten minutes the session may then do dangerous things.
         */
        post: operations["answer_step_up_auth_step_up_answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Security
         * @description The caller's second factors, passkeys of this site, and recovery codes left.
         */
        get: operations["get_security_security_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Totp
         * @description Makes a key for an authenticator app; it counts once a code of it was sent to `confirm`.
         */
        post: operations["begin_totp_security_totp_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Totp
         * @description Sets the authenticator app up.
         */
        post: operations["confirm_totp_security_totp_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Email
         * @description Lets a code to the confirmed address be a second factor.
         */
        post: operations["add_email_security_email_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/factors/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Factor
         * @description Takes a factor away; with the last one the recovery codes go too.
         */
        delete: operations["remove_factor_security_factors__kind__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Recovery Codes
         * @description Makes ten new recovery codes; the earlier ones no longer count.
         */
        post: operations["renew_recovery_codes_security_recovery_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/end-other-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Other Sessions
         * @description Ends the caller's other sessions: worth doing after a change of the factors.
         */
        post: operations["end_other_sessions_security_end_other_sessions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Sms
         * @description Sends a code to a telephone; it is set up once the code was sent to `confirm`.
         */
        post: operations["begin_sms_security_sms_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/sms/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Sms
         * @description Sets the telephone up.
         */
        post: operations["confirm_sms_security_sms_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Passkey
         * @description What the browser needs to make a passkey.
         */
        post: operations["begin_passkey_security_passkeys_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Passkey
         * @description Keeps the passkey that the browser made.
         */
        post: operations["add_passkey_security_passkeys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Passkey
         * @description Takes a passkey away.
         */
        delete: operations["remove_passkey_security_passkeys__passkey_id__delete"];
        options?: never;
        head?: never;
        /**
         * Rename Passkey
         * @description Gives a passkey another name.
         */
        patch: operations["rename_passkey_security_passkeys__passkey_id__patch"];
        trace?: never;
    };
    "/members/{member_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend
         * @description Suspends a member: all sessions end, nothing can be played, deposited or withdrawn.
         */
        post: operations["suspend_members__member_id__suspend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstate
         * @description Lets a suspended member take part again.
         */
        post: operations["reinstate_members__member_id__reinstate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Out
         * @description Ends all sessions of a member.
         */
        post: operations["sign_out_members__member_id__sign_out_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/sessions/{session_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Session
         * @description Ends one session of a member; refused everywhere within a second.
         */
        post: operations["end_session_members__member_id__sessions__session_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/telegram-bot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Bot
         * @description The tenant's bot.
         */
        get: operations["get_bot_telegram_bot_get"];
        /**
         * Put Bot
         * @description Sets the tenant's bot up, or changes its credentials.
         */
        put: operations["put_bot_telegram_bot_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/telegram-bot/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Bot
         * @description Takes the bot away: nobody signs in by Telegram until another one is set up.
         */
        post: operations["remove_bot_telegram_bot_remove_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description The caller's live sessions at this face, the one seen last first.
         */
        get: operations["list_sessions_me_sessions_get"];
        put?: never;
        post?: never;
        /**
         * End Other Sessions
         * @description Ends the caller's sessions except the present one.
         */
        delete: operations["end_other_sessions_me_sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description Ends one of the caller's sessions.
         */
        delete: operations["end_session_me_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgot
         * @description Sends a code with which a new password can be chosen; unknown addresses are answered alike.
         */
        post: operations["forgot_auth_password_forgot_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset
         * @description Chooses a new password and ends all sessions; a second factor is still asked for at sign-in.
         */
        post: operations["reset_auth_password_reset_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Password
         * @description Changes the caller's password; every session but the present one ends.
         */
        put: operations["change_password_me_password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/houses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Houses
         * @description The houses in which the caller has an account; nobody else is ever told.
         */
        get: operations["list_houses_me_houses_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/houses/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Pass
         * @description Gives a pass to another house of the caller.
         */
        post: operations["make_pass_me_houses_pass_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description Signs in with a pass; this house asks for everything it asks at any other sign-in.
         */
        post: operations["sign_in_auth_pass_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Settings
         * @description All categories with their present values.
         */
        get: operations["list_settings_settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/jurisdiction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Jurisdiction
         * @description The law the tenant is under, rule by rule, with the clause of each; nobody edits it here.
         */
        get: operations["get_jurisdiction_settings_jurisdiction_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Setting
         * @description One category.
         */
        get: operations["get_setting_settings__category__get"];
        /**
         * Put Setting
         * @description Changes a category; refused if somebody changed it since it was read.
         */
        put: operations["put_setting_settings__category__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/{category}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get History
         * @description The last hundred changes of a category, newest first.
         */
        get: operations["get_history_settings__category__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Hosts
         * @description The hosts of the tenant with the records that prove them.
         */
        get: operations["list_hosts_hosts_get"];
        put?: never;
        /**
         * Claim Host
         * @description Claims a name; it answers for the tenant once proven and activated.
         */
        post: operations["claim_host_hosts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Host
         * @description Asks the DNS at once; otherwise it is asked every quarter of an hour.
         */
        post: operations["check_host_hosts__host__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate Host
         * @description Lets a proven host answer for the tenant, everywhere within seconds.
         */
        post: operations["activate_host_hosts__host__activate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Host
         * @description Takes a host away: it stops answering within seconds.
         */
        post: operations["remove_host_hosts__host__remove_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/branding/colour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Colour
         * @description What the house makes of a colour: hue and strength are the tenant's, lightness is the house's.
         */
        post: operations["try_colour_branding_colour_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/branding/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload Logo
         * @description Takes a PNG, JPEG or WebP picture and draws it anew, at most 512 pixels wide or high.
         */
        post: operations["upload_logo_branding_logo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wallet
         * @description A member's balances.
         */
        get: operations["wallet_members__member_id__wallet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transactions
         * @description A member's statement, as the member sees it.
         */
        get: operations["transactions_members__member_id__transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check
         * @description Recomputes the tenant's books from every transfer and compares.
         */
        get: operations["check_ledger_check_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Seals
         * @description The newest seals; hold one outside to prove later that nothing before it was changed.
         */
        get: operations["seals_ledger_seals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Member Limits
         * @description A member's limits, as the member sees them.
         */
        get: operations["member_limits_members__member_id__limits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Member Exclusion
         * @description A member's time-out or self-exclusion, if one is in force.
         */
        get: operations["member_exclusion_members__member_id__exclusion_get"];
        put?: never;
        /**
         * Exclude For
         * @description Keeps a member out at once because a court, an authority or the family asked, with the evidence.
         *
         *     It ends as a self-exclusion does: never early, and only when the member asks after the term.
         */
        post: operations["exclude_for_members__member_id__exclusion_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust
         * @description Corrects a balance (201), or asks for a second person from the tenant's threshold on (202).
         */
        post: operations["adjust_adjustments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description Cases, the newest first.
         */
        get: operations["list_cases_aml_cases_get"];
        put?: never;
        /**
         * Open Case
         * @description Opens a case on a suspicion of one's own.
         */
        post: operations["open_case_aml_cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Case
         * @description A case with its evidence, both sides of every hit, and all steps.
         */
        get: operations["show_case_aml_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases/{case_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign Case
         * @description Takes a case, or gives it to a colleague who may review.
         */
        post: operations["assign_case_aml_cases__case_id__assign_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases/{case_id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Escalate Case
         * @description Puts a case before somebody higher.
         */
        post: operations["escalate_case_aml_cases__case_id__escalate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases/{case_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note On Case
         * @description Writes a note; notes are never changed.
         */
        post: operations["note_on_case_aml_cases__case_id__notes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases/{case_id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach To Case
         * @description Attaches a record as evidence.
         */
        post: operations["attach_to_case_aml_cases__case_id__evidence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases/{case_id}/evidence/{evidence_id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Hit
         * @description Decides whether one hit is the member; the pair does not come back unless either side changes.
         */
        post: operations["judge_hit_aml_cases__case_id__evidence__evidence_id__judge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aml-cases/{case_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Case
         * @description Closes a case with what was found; hits that nobody decided go by the finding.
         */
        post: operations["close_case_aml_cases__case_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/aml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Member Aml
         * @description What stands against a member: screening, cases, freezes.
         */
        get: operations["member_aml_members__member_id__aml_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Screen Member
         * @description Screens a member now.
         */
        post: operations["screen_member_members__member_id__screen_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze Member
         * @description Freezes an account at once: its member can sign in and look, and neither deposit, play nor withdraw.
         */
        post: operations["freeze_member_members__member_id__freeze_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Member
         * @description Asks for a second person to release a frozen account.
         */
        post: operations["release_member_members__member_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watchlists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Watchlists
         * @description Every version of every list that binds the tenant, the newest first.
         */
        get: operations["list_watchlists_watchlists_get"];
        put?: never;
        /**
         * Load Watchlist
         * @description Takes a file in as the body and loads it as the next version of a list, which is not in force yet.
         *
         *     The answer comes when the file has arrived; `GET /watchlists/{version_id}` shows how far it is loaded.
         */
        post: operations["load_watchlist_watchlists_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watchlists/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Name
         * @description Looks for a name on all lists in force, and explains every score; nothing is kept.
         */
        post: operations["try_name_watchlists_try_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watchlists/{version_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Watchlist
         * @description One version, and how far it is loaded.
         */
        get: operations["show_watchlist_watchlists__version_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watchlists/{version_id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description The entries of a version in the order of its file; `next` is the place to go on behind.
         */
        get: operations["list_entries_watchlists__version_id__entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watchlists/{version_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate Watchlist
         * @description Puts a loaded version in force and screens all members anew; an earlier one can be taken back so.
         */
        post: operations["activate_watchlist_watchlists__version_id__activate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monitoring-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rules
         * @description All rules, and the kinds there are with their parameters.
         */
        get: operations["list_rules_monitoring_rules_get"];
        put?: never;
        /**
         * Add Rule
         * @description Adds a rule.
         */
        post: operations["add_rule_monitoring_rules_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monitoring-rules/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dry Run
         * @description Says what a rule would have raised over the last days; raises nothing.
         */
        post: operations["dry_run_monitoring_rules_dry_run_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monitoring-rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Rule
         * @description Changes a rule; what it raised before stays.
         */
        put: operations["change_rule_monitoring_rules__rule_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monitoring-rules/{rule_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description A rule as it was, the newest version first.
         */
        get: operations["list_versions_monitoring_rules__rule_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Erasure
         * @description Asks to erase a closed member's personal data; a second person decides within 72 hours.
         */
        post: operations["ask_for_erasure_members__member_id__erasure_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description Identity checks, the longest waiting first.
         */
        get: operations["list_cases_kyc_cases_get"];
        put?: never;
        /**
         * Open Case
         * @description Opens the check of an operator or a provider of games.
         */
        post: operations["open_case_kyc_cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Case
         * @description A case beside what the house knows of the member; that it was opened stands on the audit trail.
         */
        get: operations["show_case_kyc_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/kyc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Of Member
         * @description A member's identity check: none or one.
         */
        get: operations["show_of_member_members__member_id__kyc_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description Takes a case for oneself; nobody else decides about it meanwhile.
         */
        post: operations["take_kyc_cases__case_id__take_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release
         * @description Puts a case back into the queue.
         */
        post: operations["release_kyc_cases__case_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Verifies the person until the first of the documents ends.
         */
        post: operations["approve_kyc_cases__case_id__approve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject
         * @description Rejects what was shown, or takes a verification back; the person reads the reasons.
         */
        post: operations["reject_kyc_cases__case_id__reject_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/documents/{document_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * View
         * @description Where a document can be seen for five minutes; that it was asked for stands on the audit trail.
         */
        get: operations["view_kyc_cases__case_id__documents__document_id__link_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce
         * @description Announces a document of an operator or provider, or one that a member sent by post.
         */
        post: operations["announce_kyc_cases__case_id__documents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/documents/{document_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete
         * @description Says that the file was sent; it is looked at like a member's.
         */
        post: operations["complete_kyc_cases__case_id__documents__document_id__complete_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/cases/{case_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit
         * @description Sends the case of an operator or provider in; players send in their own.
         */
        post: operations["submit_kyc_cases__case_id__submit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Standing
         * @description How a member stands now.
         */
        get: operations["show_standing_members__member_id__standing_get"];
        put?: never;
        /**
         * Set Standing
         * @description Changes a member's standing, felt by the very next bet.
         *
         *     `limited` stops play and deposits and leaves payouts open; `suspended` stops everything and signs
         *     the member out; `closed` is for good. A time-out or self-exclusion is no standing and stays.
         */
        post: operations["set_standing_members__member_id__standing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Standings
         * @description Every change of a member's state, protections included, the newest first.
         */
        get: operations["list_standings_members__member_id__standings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/protection-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Protection History
         * @description Each limit, exclusion and reality check of a member: when, by whom, from what to what, why.
         */
        get: operations["list_protection_history_members__member_id__protection_history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/limits/{kind}/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Limit Of
         * @description Tightens a member's limit at once (200); to loosen it takes a second person (202).
         *
         *     Even then it waits the cooling-off, and the member has to confirm it.
         */
        put: operations["set_limit_of_members__member_id__limits__kind___period__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/exclusion/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Return
         * @description Asks a second person to let a member back in whose term is over; it takes another day then.
         *
         *     While the term lasts this is refused, whoever asks, and the try is recorded.
         */
        post: operations["request_return_members__member_id__exclusion_return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Registers
         * @description How the house stands with national registers of exclusions.
         */
        get: operations["show_registers_registers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{register}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Connect Register
         * @description Connects the house to a register, in place of what it had; from now on it is asked about everybody.
         *
         *     The address has to be a public one that speaks TLS. The key is sealed and never shown again.
         */
        put: operations["connect_register_registers__register__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Register
         * @description Asks the register about somebody who does not exist, and tells how it went.
         */
        post: operations["test_register_registers_test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect Register
         * @description Forgets the key. Where the law names a register, nobody comes in until another one is connected.
         */
        post: operations["disconnect_register_registers_remove_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Register Of
         * @description What national registers said about a member.
         */
        get: operations["show_register_of_members__member_id__register_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exclusion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Requests
         * @description Requests by others that somebody be kept out, the newest first.
         */
        get: operations["list_requests_exclusion_requests_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exclusion-requests/{request_id}/exclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exclude
         * @description Keeps out the member whom the request is about, at once; who asked is not told.
         */
        post: operations["exclude_exclusion_requests__request_id__exclude_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exclusion-requests/{request_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline
         * @description Turns a request down; who asked is not told.
         */
        post: operations["decline_exclusion_requests__request_id__decline_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harm-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Harm Cases
         * @description The work list, the gravest first; without a status what is open or taken.
         */
        get: operations["list_harm_cases_harm_cases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harm-cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Harm Case
         * @description A case with what was seen and what was done.
         */
        get: operations["get_harm_case_harm_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harm-cases/{case_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Harm Case
         * @description Takes a case to work on it.
         */
        post: operations["take_harm_case_harm_cases__case_id__take_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harm-cases/{case_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Harm Contact
         * @description Records a contact with the member; it is never changed. Who records it has the case.
         */
        post: operations["record_harm_contact_harm_cases__case_id__contacts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harm-cases/{case_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze Harm Case
         * @description Puts a case aside for up to thirty days; graver markers bring it back at once.
         */
        post: operations["snooze_harm_case_harm_cases__case_id__snooze_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harm-cases/{case_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Harm Case
         * @description Closes a case with its outcome.
         */
        post: operations["close_harm_case_harm_cases__case_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/harm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Member Harm
         * @description What a member's last thirty days showed, and the cases.
         */
        get: operations["member_harm_members__member_id__harm_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/protection-shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Shares
         * @description How many of the members have limits, are in a time-out, are excluded, and were contacted lately.
         */
        get: operations["show_shares_protection_shares_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/significant-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Significant Events
         * @description The register, newest first.
         */
        get: operations["list_significant_events_significant_events_get"];
        put?: never;
        /**
         * Enter Significant Event
         * @description Enters what the house cannot know: an outage, a clock that was set, personal data that was lost.
         */
        post: operations["enter_significant_event_significant_events_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/significant-events/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Event Kinds
         * @description All kinds, in the order of the standard.
         */
        get: operations["list_event_kinds_significant_events_kinds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/significant-events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Significant Events
         * @description The register as CSV, newest first, with the values before and after.
         */
        get: operations["export_significant_events_significant_events_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rounds
         * @description The tenant's rounds, the newest first.
         */
        get: operations["rounds_rounds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Member Rounds
         * @description A member's rounds, the newest first.
         */
        get: operations["member_rounds_members__member_id__rounds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rounds/{round_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Round
         * @description One round with its steps and its proof; the server seed only once its pair is over.
         */
        get: operations["round__rounds__round_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/games": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Games
         * @description The catalogue in the lobby's order, with what is proven of each configuration.
         */
        get: operations["games_games_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rounds/{round_id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Record
         * @description The record of one round, with what its player held before and after.
         */
        get: operations["show_record_rounds__round_id__record_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/rounds/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Records
         * @description The records of a member's rounds of a time, the newest first; that they were exported is recorded.
         */
        get: operations["export_records_members__member_id__rounds_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jackpots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jackpots
         * @description The open pools; amounts are at most two seconds old.
         */
        get: operations["jackpots_jackpots_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Withdrawals
         * @description Withdrawals, newest first.
         */
        get: operations["list_withdrawals_withdrawals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{withdrawal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Withdrawal
         * @description One withdrawal with its checks and its history.
         */
        get: operations["show_withdrawal_withdrawals__withdrawal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{withdrawal_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Withdrawal
         * @description Approves a withdrawal; it is paid out at once by a job.
         */
        post: operations["approve_withdrawal_withdrawals__withdrawal_id__approve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{withdrawal_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Withdrawal
         * @description Turns a withdrawal down; the held money returns to the member at once.
         */
        post: operations["reject_withdrawal_withdrawals__withdrawal_id__reject_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deposits
         * @description Deposits, newest first.
         */
        get: operations["list_deposits_deposits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deposits/{deposit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Deposit
         * @description One deposit with its history.
         */
        get: operations["show_deposit_deposits__deposit_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description Notices of gateways that nobody could act on, newest first.
         */
        get: operations["list_notices_payment_notices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deposits Of Member
         * @description The deposits of one member, newest first.
         */
        get: operations["list_deposits_of_member_members__member_id__deposits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Withdrawals Of Member
         * @description The withdrawals of one member, newest first.
         */
        get: operations["list_withdrawals_of_member_members__member_id__withdrawals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Complaints
         * @description Complaints by filter, newest first.
         */
        get: operations["list_complaints_complaints_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Complaint
         * @description One complaint with everything, internal notes included.
         */
        get: operations["show_complaint_complaints__complaint_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description Takes a complaint, from nobody or from a colleague; it counts as acknowledged.
         */
        post: operations["take_complaints__complaint_id__take_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Note
         * @description Adds an internal note, which the member never sees.
         */
        post: operations["add_note_complaints__complaint_id__notes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Answer
         * @description Gives the house's answer; the member reads it in the app and gets it by mail.
         */
        post: operations["give_answer_complaints__complaint_id__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description Closes a complaint that has its answer.
         */
        post: operations["close_complaints__complaint_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export
         * @description An archive for a dispute body: facts and conversation without internal notes, and a manifest.
         */
        post: operations["export_complaints__complaint_id__export_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Dashboard
         * @description Today in the tenant's zone, and the same day last week up to the same time of day.
         */
        get: operations["get_dashboard_dashboard_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description Members, the newest first; ``query`` is the beginning of a username or address, or an id.
         */
        get: operations["list_members_members_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Member
         * @description One member: who they are, what they have, what protects them, where they are signed in.
         */
        get: operations["get_member_members__member_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Packs
         * @description Evidence packs, newest first.
         */
        get: operations["list_packs_evidence_get"];
        put?: never;
        /**
         * Ask For Pack
         * @description Asks for a pack about a member or about a time; it is built in the background.
         */
        post: operations["ask_for_pack_evidence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{pack_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Pack
         * @description One pack and how far it is.
         */
        get: operations["show_pack_evidence__pack_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{pack_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Download Pack
         * @description A link to the archive that ends in minutes; giving it stands on the audit trail.
         */
        post: operations["download_pack_evidence__pack_id__download_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tenants
         * @description All tenants of the platform, the oldest first.
         */
        get: operations["list_tenants_tenants_get"];
        put?: never;
        /**
         * Open Tenant
         * @description Opens a tenant with its roles and invites its owner by mail.
         */
        post: operations["open_tenant_tenants_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Tenant
         * @description A tenant with its figures, what is left in it, and a closing that waits.
         */
        get: operations["show_tenant_tenants__tenant_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend
         * @description Takes a house off the air: every face refuses from the next second on.
         */
        post: operations["suspend_tenants__tenant_id__suspend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstate
         * @description Puts a suspended house back on the air.
         */
        post: operations["reinstate_tenants__tenant_id__reinstate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch Features
         * @description Switches what a house runs; without gaming nobody bets or deposits, and all can be paid out.
         */
        put: operations["switch_features_tenants__tenant_id__features_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Closing
         * @description Asks a second person of the platform to close a suspended house for good.
         */
        post: operations["request_closing_tenants__tenant_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/closing/{approval_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Closing
         * @description Closes a house, as the second person.
         */
        post: operations["approve_closing_tenants__tenant_id__closing__approval_id__approve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/closing/{approval_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Closing
         * @description Leaves a house open, as the second person.
         */
        post: operations["reject_closing_tenants__tenant_id__closing__approval_id__reject_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation
         * @description Uses an owner's invitation; a person who has a sign-in already keeps their password.
         */
        post: operations["accept_invitation_invitations_accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptBody
         * @description The token of the mail, and a password for a person who has none yet.
         */
        AcceptBody: {
            /** Token */
            token: string;
            /** Password */
            password: string;
        };
        /**
         * AcceptedAnswer
         * @description Who can sign in now.
         */
        AcceptedAnswer: {
            /** Email */
            email: string;
        };
        /**
         * AccountOut
         * @description An account of the wallet.
         */
        AccountOut: {
            /** Kind */
            kind: string;
            /** Currency */
            currency: string;
            /** Balance */
            balance: string;
        };
        /**
         * ActivateBody
         * @description Why the version is put in force.
         */
        ActivateBody: {
            /** Reason */
            reason: string;
        };
        /**
         * ActiveExclusion
         * @description A protection in force; without an end it is for good.
         *
         *     A self-exclusion goes on after its term until its member asks to come back; `returns_at` is when
         *     they may then play again.
         */
        ActiveExclusion: {
            /**
             * Kind
             * @description `time_out`, `self_exclusion`, or `excluded` if it was asked for elsewhere
             */
            kind: string;
            /** From */
            from: string;
            /** Until */
            until: string | null;
            /** Everywhere */
            everywhere: boolean;
            /** Returns At */
            returns_at: string | null;
        };
        /**
         * AddedAnswer
         * @description A factor that was set up; with the first one come the recovery codes, shown this once.
         */
        AddedAnswer: {
            /** Kind */
            kind: string;
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * AdjustmentBody
         * @description A correction of a balance: what is added, or taken where the amount is negative.
         *
         *     Held money belongs to its hold and points to their lots; neither is corrected here.
         */
        AdjustmentBody: {
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /**
             * Account Kind
             * @enum {string}
             */
            account_kind: "main" | "bonus" | "referral";
            /** Currency */
            currency: string;
            /** Amount */
            amount: string;
            /** Reason */
            reason: string;
        };
        /**
         * AdjustmentOut
         * @description A correction that was booked.
         */
        AdjustmentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Status
             * @default booked
             * @constant
             */
            status: "booked";
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            account_kind: components["schemas"]["WalletKind"];
            /** Currency */
            currency: string;
            /** Amount */
            amount: string;
            /** Balance */
            balance: string;
            /** Reason */
            reason: string;
            /** Created At */
            created_at: string;
        };
        /**
         * AmlStepOut
         * @description Something that happened to a case.
         */
        AmlStepOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** At */
            at: string;
            /** Actor Kind */
            actor_kind: string;
            /** Actor Name */
            actor_name: string;
        };
        /**
         * AnnounceBody
         * @description What will be sent; the file itself goes to the link in the answer.
         */
        AnnounceBody: {
            /** Requirement */
            requirement: string;
            kind: components["schemas"]["DocumentKind"];
            /** File Name */
            file_name: string;
            /**
             * Number
             * @default
             */
            number: string;
            /** Expires On */
            expires_on?: string | null;
        };
        /**
         * AnnouncedOut
         * @description The document, and where its file is sent.
         */
        AnnouncedOut: {
            document: components["schemas"]["DocumentOut"];
            upload: components["schemas"]["LinkOut"];
        };
        /**
         * AnswerBody
         * @description The house's answer and what it decided.
         */
        AnswerBody: {
            /** Text */
            text: string;
            outcome: components["schemas"]["ComplaintOutcome"];
        };
        /**
         * ApprovalOut
         * @description An act that waits, or waited, for a second person.
         */
        ApprovalOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Summary */
            summary: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Content Hash */
            content_hash: string;
            /** Maker */
            maker: string;
            /** Amount */
            amount: string | null;
            /** Currency */
            currency: string | null;
            /** Member Id */
            member_id: string | null;
            /** Reason */
            reason: string;
            status: components["schemas"]["ApprovalStatus"];
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Decider */
            decider: string;
            /** Decision Reason */
            decision_reason: string;
            /** Quorum */
            quorum: number;
            /** Approved By */
            approved_by: string[];
        };
        /**
         * ApprovalStatus
         * @description The life of an approval.
         * @enum {string}
         */
        ApprovalStatus: "waiting" | "approved" | "rejected" | "expired" | "withdrawn";
        /**
         * ApproveKycBody
         * @description What the reviewer adds, if anything.
         */
        ApproveKycBody: {
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * ApproveRequest
         * @description An approval, with a remark if one is needed.
         */
        ApproveRequest: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * ApproveRequestBody
         * @description The hash of what was seen; anything else is not approved.
         */
        ApproveRequestBody: {
            /** Content Hash */
            content_hash: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * AssignBody
         * @description To whom; to oneself if left out.
         */
        AssignBody: {
            /** User Id */
            user_id?: string | null;
        };
        /**
         * AttachBody
         * @description A record: what it is, and where it lies (a payment, a document, an address).
         */
        AttachBody: {
            /** Title */
            title: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * AuditActor
         * @description Who acted; ``real`` is the member of staff behind it while support acts as somebody else.
         */
        AuditActor: {
            /** Kind */
            kind: string;
            /** Id */
            id: string | null;
            /** Name */
            name: string;
            /** Real Id */
            real_id: string | null;
            /** Real Name */
            real_name: string;
        };
        /**
         * AuditOut
         * @description An entry of the audit trail.
         */
        AuditOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** At */
            at: string;
            actor: components["schemas"]["AuditActor"];
            /** Action */
            action: string;
            resource: components["schemas"]["AuditResource"];
            /** Reason */
            reason: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /** Address */
            address: string;
            /** User Agent */
            user_agent: string;
            /** Request Id */
            request_id: string;
        };
        /**
         * AuditResource
         * @description What it was done to.
         */
        AuditResource: {
            /** Kind */
            kind: string;
            /** Id */
            id: string;
        };
        /**
         * Band
         * @description How grave it is, from nothing to the gravest.
         * @enum {string}
         */
        Band: "green" | "amber" | "red" | "black";
        /**
         * BotAnswer
         * @description The bot; its token and its secret are never shown again.
         */
        BotAnswer: {
            /** Bot Id */
            bot_id: string;
            /** Username */
            username: string;
            /** Has Token */
            has_token: boolean;
            /** Has Client Secret */
            has_client_secret: boolean;
            /** Updated At */
            updated_at: string;
        };
        /**
         * BotBody
         * @description The bot's name and credentials; what is left out stays as it is.
         *
         *     The token comes from BotFather, the client secret from its Web Login settings. With the bot's number
         *     alone only Mini Apps sign in, checked by Telegram's own signature.
         */
        BotBody: {
            /**
             * Username
             * @description without the sign in front
             */
            username: string;
            /** Token */
            token?: string | null;
            /** Bot Id */
            bot_id?: string | null;
            /** Client Secret */
            client_secret?: string | null;
        };
        /**
         * CaseKind
         * @description What opened a case.
         * @enum {string}
         */
        CaseKind: "screening" | "monitoring" | "manual";
        /**
         * CaseMemberOut
         * @description What the house knows of the member.
         */
        CaseMemberOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Email */
            email: string;
            /**
             * Birth Date
             * Format: date
             */
            birth_date: string;
            /** Country */
            country: string;
            /** Standing */
            standing: string;
            /** Created At */
            created_at: string;
        };
        /**
         * CaseOut
         * @description A case with all that belongs to it.
         */
        CaseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["CaseKind"];
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Username */
            username: string;
            /** Member Name */
            member_name: string;
            status: components["schemas"]["CaseStatus"];
            severity: components["schemas"]["Severity"];
            /**
             * Is Blocking
             * @description Withdrawals wait until it is closed.
             */
            is_blocking: boolean;
            /** Summary */
            summary: string;
            /** Assignee Id */
            assignee_id: string | null;
            /** Assignee */
            assignee: string;
            /** Due At */
            due_at: string;
            /** Is Overdue */
            is_overdue: boolean;
            finding: components["schemas"]["Finding"] | null;
            /** Opened At */
            opened_at: string;
            /** Updated At */
            updated_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Closed By */
            closed_by: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOut"][];
            /** Steps */
            steps: components["schemas"]["AmlStepOut"][];
            /** Is Frozen */
            is_frozen: boolean;
        };
        /**
         * CaseRowOut
         * @description A case in the work list.
         */
        CaseRowOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["CaseKind"];
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Username */
            username: string;
            /** Member Name */
            member_name: string;
            status: components["schemas"]["CaseStatus"];
            severity: components["schemas"]["Severity"];
            /**
             * Is Blocking
             * @description Withdrawals wait until it is closed.
             */
            is_blocking: boolean;
            /** Summary */
            summary: string;
            /** Assignee Id */
            assignee_id: string | null;
            /** Assignee */
            assignee: string;
            /** Due At */
            due_at: string;
            /** Is Overdue */
            is_overdue: boolean;
            finding: components["schemas"]["Finding"] | null;
            /** Opened At */
            opened_at: string;
            /** Updated At */
            updated_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Closed By */
            closed_by: string;
        };
        /**
         * CaseStatus
         * @description How far a case has come.
         * @enum {string}
         */
        CaseStatus: "open" | "assigned" | "escalated" | "closed";
        /**
         * Category
         * @description What a complaint is about.
         * @enum {string}
         */
        Category: "payment" | "game" | "bonus" | "account" | "verification" | "safer_gambling" | "staff" | "other";
        /**
         * Certificate
         * @description What is known of a host's TLS certificate; whoever serves TLS for the house tells it.
         * @enum {string}
         */
        Certificate: "none" | "wanted" | "issued" | "failed";
        /**
         * CertificateOut
         * @description What is proven of a configuration under one fairness scheme.
         */
        CertificateOut: {
            scheme: components["schemas"]["Scheme"];
            /** Rtp */
            rtp: string;
            /** Max Multiplier */
            max_multiplier: string;
            /** Ways */
            ways: components["schemas"]["WayOut"][];
        };
        /**
         * ChallengeAnswer
         * @description A question to be answered by one of the methods: the second step of a sign-in, or step-up.
         *
         *     ``passkey`` is what the browser needs to ask a passkey, where one would do.
         */
        ChallengeAnswer: {
            /** Challenge */
            challenge: string;
            /** Methods */
            methods: string[];
            /** Passkey */
            passkey: {
                [key: string]: unknown;
            } | null;
            /** Expires At */
            expires_at: string;
        };
        /**
         * ChangePasswordBody
         * @description The present password and the next one.
         */
        ChangePasswordBody: {
            /** Password */
            password: string;
            /** New Password */
            new_password: string;
        };
        /**
         * ChangeRuleBody
         * @description A change of the version that was read.
         */
        ChangeRuleBody: {
            /** Title */
            title: string;
            /** Is On */
            is_on: boolean;
            severity: components["schemas"]["Severity"];
            /** Is Blocking */
            is_blocking: boolean;
            /** Parameters */
            parameters: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * CheckAnswer
         * @description A question asked of a withdrawal, and its answer.
         */
        CheckAnswer: {
            /** Code */
            code: string;
            /** Passed */
            passed: boolean;
            /** Detail */
            detail: string;
        };
        /**
         * CheckOut
         * @description The result of recomputing the books.
         */
        CheckOut: {
            /** Ok */
            ok: boolean;
            /** Tenants */
            tenants: components["schemas"]["CheckedCurrency"][];
            /** Findings */
            findings: components["schemas"]["FindingOut"][];
        };
        /**
         * CheckedCurrency
         * @description The books of one currency; the sum over all accounts is zero, or something is wrong.
         */
        CheckedCurrency: {
            /** Tenant */
            tenant: string;
            /** Currency */
            currency: string;
            /** Sum */
            sum: string;
            /** Accounts */
            accounts: number;
            /** Transfers */
            transfers: number;
        };
        /**
         * CloseAmlCaseBody
         * @description What was found.
         */
        CloseAmlCaseBody: {
            finding: components["schemas"]["Finding"];
            /** Reason */
            reason: string;
        };
        /**
         * CloseComplaintBody
         * @description Why.
         */
        CloseComplaintBody: {
            /** Reason */
            reason: string;
        };
        /**
         * CloseHarmCaseBody
         * @description What the case came to, and why nothing more is needed.
         */
        CloseHarmCaseBody: {
            outcome: components["schemas"]["HarmOutcome"];
            /** Reason */
            reason: string;
        };
        /**
         * CloseTenantBody
         * @description Why, and whether balances that nobody took out may stay in the books.
         */
        CloseTenantBody: {
            /** Reason */
            reason: string;
            /**
             * Keeps Owed
             * @default false
             */
            keeps_owed: boolean;
        };
        /**
         * ClosingAnswer
         * @description A closing that waits for a second person.
         */
        ClosingAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Summary */
            summary: string;
            /** Content Hash */
            content_hash: string;
            /** Reason */
            reason: string;
            /** Maker */
            maker: string;
            /** Expires At */
            expires_at: string;
        };
        /**
         * CodeSentAnswer
         * @description How it stands; the same whether the address is known.
         */
        CodeSentAnswer: {
            /**
             * Status
             * @default code_sent
             * @constant
             */
            status: "code_sent";
        };
        /**
         * CodesAnswer
         * @description Ten recovery codes, shown this once; earlier ones no longer count.
         */
        CodesAnswer: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * ColourAnswer
         * @description What the house makes of it.
         *
         *     Attributes:
         *         hue: of the colour, in degrees.
         *         chroma: its strength, as strong as screens can show it.
         *         light: how it is drawn on light screens.
         *         dark: how it is drawn on dark ones.
         *         contrast_light: of text on it; 4.5 is the least that everybody can read.
         *         is_weaker: whether less is drawn than was picked.
         *         explanation: why it may differ from what was picked.
         */
        ColourAnswer: {
            /** Hue */
            hue: number;
            /** Chroma */
            chroma: string;
            /** Light */
            light: string;
            /** Dark */
            dark: string;
            /** Contrast Light */
            contrast_light: string;
            /** Contrast Dark */
            contrast_dark: string;
            /** Is Readable */
            is_readable: boolean;
            /** Is Weaker */
            is_weaker: boolean;
            /** Explanation */
            explanation: string;
        };
        /**
         * ColourBody
         * @description A colour as people pick it.
         */
        ColourBody: {
            /** Colour */
            colour: string;
        };
        /**
         * ComplainantAnswer
         * @description Who complains.
         */
        ComplainantAnswer: {
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Username */
            username: string;
        };
        /**
         * ComplaintOutcome
         * @description What the house decided.
         * @enum {string}
         */
        ComplaintOutcome: "upheld" | "partly_upheld" | "rejected";
        /**
         * ComplaintStatus
         * @description How far a complaint is.
         * @enum {string}
         */
        ComplaintStatus: "received" | "in_progress" | "answered" | "escalated" | "closed";
        /**
         * ConnectBody
         * @description Where the register is and the key it gave the house, and why.
         */
        ConnectBody: {
            /** Base Url */
            base_url: string;
            /** Key */
            key: string;
            /** Reason */
            reason: string;
        };
        /**
         * Contact
         * @description What may be done about a case, from the mildest.
         * @enum {string}
         */
        Contact: "message" | "propose_limit" | "call" | "set_limit" | "time_out" | "exclusion" | "referral";
        /**
         * ContactBody
         * @description A contact and what it came to.
         */
        ContactBody: {
            contact: components["schemas"]["Contact"];
            outcome: components["schemas"]["HarmOutcome"];
            /** Note */
            note: string;
        };
        /**
         * ContactOut
         * @description A contact with the member.
         */
        ContactOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** At */
            at: string;
            /** By */
            by: string;
            contact: components["schemas"]["Contact"];
            outcome: components["schemas"]["HarmOutcome"];
            /** Note */
            note: string;
        };
        /**
         * CurrencyBody
         * @description A currency of the house; how many decimals it has is fixed for good.
         */
        CurrencyBody: {
            /** Code */
            code: string;
            /** Scale */
            scale: number;
            /** @default fiat */
            kind: components["schemas"]["CurrencyKind"];
        };
        /**
         * CurrencyKind
         * @description What a unit of the currency is a claim on.
         * @enum {string}
         */
        CurrencyKind: "fiat" | "crypto" | "points";
        /**
         * DashboardOut
         * @description The day at a glance; the last of the 24 hours is not over.
         */
        DashboardOut: {
            /** As Of */
            as_of: string;
            /** Currency */
            currency: string;
            today: components["schemas"]["DayOut"];
            last_week: components["schemas"]["DayOut"];
            queues: components["schemas"]["QueuesOut"];
            /** Series */
            series: components["schemas"]["HourOut"][];
            /** Top Games */
            top_games: components["schemas"]["TopGameOut"][];
        };
        /**
         * DayOut
         * @description A day so far; ``ggr`` is what was wagered less what was won.
         */
        DayOut: {
            /** Wagered */
            wagered: string;
            /** Won */
            won: string;
            /** Ggr */
            ggr: string;
            /** Bets */
            bets: number;
            /** Deposits */
            deposits: string;
            /** Withdrawals */
            withdrawals: string;
            /** Active Members */
            active_members: number;
            /** New Members */
            new_members: number;
        };
        /**
         * DecisionBody
         * @description What the second person saw, and what they say about it.
         */
        DecisionBody: {
            /** Content Hash */
            content_hash: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * DeclineBody
         * @description Why.
         */
        DeclineBody: {
            /** Reason */
            reason: string;
        };
        /**
         * DisconnectBody
         * @description Why.
         */
        DisconnectBody: {
            /** Reason */
            reason: string;
        };
        /**
         * DocumentKind
         * @description What a document is.
         * @enum {string}
         */
        DocumentKind: "passport" | "identity_card" | "driving_licence" | "residence_permit" | "utility_bill" | "bank_statement" | "tax_letter" | "gaming_licence" | "company_registration" | "rng_certificate";
        /**
         * DocumentOut
         * @description A document that was sent, or is about to be.
         */
        DocumentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Requirement */
            requirement: string;
            kind: components["schemas"]["DocumentKind"];
            /** Version */
            version: number;
            status: components["schemas"]["DocumentStatus"];
            /** File Name */
            file_name: string;
            type: components["schemas"]["FileType"] | null;
            /** Size */
            size: number;
            /** Pages */
            pages: number;
            /** Number */
            number: string;
            /** Expires On */
            expires_on: string | null;
            /** Uploaded By */
            uploaded_by: string;
            /** Created At */
            created_at: string;
            /** Refusal */
            refusal: string;
        };
        /**
         * DocumentStatus
         * @description The life of an uploaded document.
         * @enum {string}
         */
        DocumentStatus: "awaited" | "taken" | "replaced" | "refused" | "abandoned";
        /**
         * DryRunBody
         * @description A rule, saved or not, and how far back it is tried.
         */
        DryRunBody: {
            kind: components["schemas"]["RuleKind"];
            /** Parameters */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * Days
             * @default 30
             */
            days: number;
        };
        /**
         * DryRunOut
         * @description What a rule would have raised; nothing was.
         */
        DryRunOut: {
            /** Days */
            days: number;
            /** Payments */
            payments: number;
            /**
             * Is Cut
             * @description There were more payments than are looked at.
             */
            is_cut: boolean;
            /** Alerts */
            alerts: number;
            /** Members */
            members: number;
            /** Found */
            found: components["schemas"]["WouldRaiseOut"][];
        };
        /**
         * Effect
         * @description What an override does; a denial wins over everything.
         * @enum {string}
         */
        Effect: "allow" | "deny";
        /**
         * EmailBody
         * @description An address.
         */
        EmailBody: {
            /** Email */
            email: string;
        };
        /**
         * EndedAnswer
         * @description How many sessions ended.
         */
        EndedAnswer: {
            /** Sessions Ended */
            sessions_ended: number;
        };
        /**
         * EntryAnswer
         * @description Something said or done; members never see notes.
         */
        EntryAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** At */
            at: string;
            kind: components["schemas"]["EntryKind"];
            /** Author */
            author: string;
            /** Text */
            text: string;
        };
        /**
         * EntryKind
         * @description What an entry of a complaint is.
         * @enum {string}
         */
        EntryKind: "member" | "answer" | "note" | "step";
        /**
         * EntryOut
         * @description Somebody or something on a list.
         */
        EntryOut: {
            /** Ref */
            ref: string;
            /** Kind */
            kind: string;
            /** Names */
            names: string[];
            /** Births */
            births: string[];
            /** Countries */
            countries: string[];
            /** Programs */
            programs: string[];
            /** Remark */
            remark: string;
        };
        /**
         * ErasureBody
         * @description Why, such as the person's own wish.
         */
        ErasureBody: {
            /** Reason */
            reason: string;
        };
        /**
         * EventBody
         * @description What happened, as a person tells it.
         */
        EventBody: {
            kind: components["schemas"]["EventKind"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Summary */
            summary: string;
            /** Facts */
            facts?: {
                [key: string]: string;
            };
            /** Member Id */
            member_id?: string | null;
        };
        /**
         * EventKind
         * @description A kind of significant event, its letter in GLI-19 2.8.8, and its name for people.
         * @enum {string}
         */
        EventKind: "failed_access" | "authentication_mismatch" | "unavailability" | "large_win" | "large_wager" | "void" | "live_data" | "download_library" | "system_parameters" | "time" | "game_parameters" | "jackpot_parameters" | "incentive_parameters" | "member" | "personal_data_lost" | "intervention" | "other";
        /**
         * EventKindOut
         * @description A kind of significant event; people enter some, the house registers the others.
         */
        EventKindOut: {
            /** Kind */
            kind: string;
            /** Letter */
            letter: string;
            /** Title */
            title: string;
            /** Is Entered By Hand */
            is_entered_by_hand: boolean;
        };
        /**
         * EvidenceOut
         * @description What a case rests on; for a hit with both sides, for anything else as it was told.
         */
        EvidenceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @description `hit`, `alert` or `record`
             */
            kind: string;
            /** Title */
            title: string;
            hit: components["schemas"]["HitOut"] | null;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /**
             * Members
             * @description Whom an alert about several members names.
             */
            members: components["schemas"]["NamedOut"][];
            verdict: components["schemas"]["Verdict"];
            /** Verdict By */
            verdict_by: string;
            /** Added By */
            added_by: string;
            /** Added At */
            added_at: string;
        };
        /**
         * ExcludeBody
         * @description Whom it is about, for how long they are kept out, what was shown, and why.
         */
        ExcludeBody: {
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            term: components["schemas"]["Term"];
            /** Evidence */
            evidence: string;
            /** Reason */
            reason: string;
        };
        /**
         * ExcludeForBody
         * @description For how long, who asked, what they showed, and why.
         */
        ExcludeForBody: {
            term: components["schemas"]["Term"];
            asked_by: components["schemas"]["ThirdParty"];
            /** Evidence */
            evidence: string;
            /** Reason */
            reason: string;
        };
        /**
         * ExclusionOut
         * @description Whether a time-out or self-exclusion is in force.
         */
        ExclusionOut: {
            active: components["schemas"]["ActiveExclusion"] | null;
        };
        /**
         * ExclusionRequestOut
         * @description A request, what it says, and what became of it.
         */
        ExclusionRequestOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reference */
            reference: string;
            /** Asked By */
            asked_by: string;
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** First Name */
            first_name: string;
            /** Last Name */
            last_name: string;
            /** Birth Date */
            birth_date: string | null;
            /** Known As */
            known_as: string;
            /** Reason */
            reason: string;
            /** Status */
            status: string;
            /** Created At */
            created_at: string;
            /** Member Id */
            member_id: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string;
            /** Decision */
            decision: string;
        };
        /**
         * FactorAnswer
         * @description A second factor that is set up; ``hint`` is where codes go, masked.
         */
        FactorAnswer: {
            /** Kind */
            kind: string;
            /** Hint */
            hint: string;
            /** Since */
            since: string;
        };
        /**
         * FactorCodeBody
         * @description A code of the app.
         */
        FactorCodeBody: {
            /**
             * Code
             * @description six digits
             */
            code: string;
        };
        /**
         * FactorResetBody
         * @description How it was made sure that it is really the person who asks.
         */
        FactorResetBody: {
            /** Reason */
            reason: string;
        };
        /**
         * FairnessIn
         * @description The proof of a round.
         */
        FairnessIn: {
            /** Scheme */
            scheme: string;
            /** Server Seed Hash */
            server_seed_hash: string;
            /** Client Seed */
            client_seed: string;
            /** Nonce */
            nonce: number;
            /** Server Seed */
            server_seed: string | null;
        };
        /**
         * FaultOut
         * @description Something in a file that could not be read; line 0 is the file as a whole.
         */
        FaultOut: {
            /** Line */
            line: number;
            /** Detail */
            detail: string;
        };
        /**
         * FeaturesBody
         * @description What the house runs, and why it changes.
         */
        FeaturesBody: {
            /** Gaming */
            gaming: boolean;
            /** Loyalty */
            loyalty: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * FileType
         * @description What a document's file may be; found in its content, never believed.
         * @enum {string}
         */
        FileType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
        /**
         * Finding
         * @description How a case ended.
         * @enum {string}
         */
        Finding: "false_positive" | "no_action" | "monitored" | "true_match" | "reported";
        /**
         * FindingOut
         * @description Something that does not hold, and the row it was found at.
         */
        FindingOut: {
            /** Check */
            check: string;
            /** Id */
            id: string;
            /** Detail */
            detail: string;
        };
        /**
         * ForgottenPasswordBody
         * @description The code that came by mail and the password that shall count from now on.
         */
        ForgottenPasswordBody: {
            /** Email */
            email: string;
            /**
             * Code
             * @description six digits, by mail
             */
            code: string;
            /** Password */
            password: string;
        };
        /**
         * Format
         * @description A form in which lists are published.
         * @enum {string}
         */
        Format: "opensanctions_csv" | "ftm_json" | "ofac_xml" | "ofac_csv";
        /**
         * FreezeBody
         * @description Why, and for which case.
         */
        FreezeBody: {
            /** Reason */
            reason: string;
            /** Case Id */
            case_id?: string | null;
        };
        /**
         * FreezeOut
         * @description A freeze of an account.
         */
        FreezeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Case Id */
            case_id: string | null;
            /** Reason */
            reason: string;
            /** Frozen By */
            frozen_by: string;
            /** Frozen At */
            frozen_at: string;
            /** Released By */
            released_by: string;
            /** Released At */
            released_at: string | null;
            /** Release Reason */
            release_reason: string;
        };
        /**
         * GoBody
         * @description Where to.
         */
        GoBody: {
            /** House */
            house: string;
        };
        /**
         * GrantAnswer
         * @description A role that a person holds, and where.
         */
        GrantAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Role */
            role: string;
            /** Title */
            title: string;
            scope: components["schemas"]["ScopeShape"];
            /** Granted At */
            granted_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * GrantBody
         * @description Which role, where and until when.
         */
        GrantBody: {
            /** Role */
            role: string;
            scope?: components["schemas"]["ScopeShape"] | null;
            /**
             * Expires At
             * @description When it ends by itself; never if left out.
             */
            expires_at?: string | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * HarmCaseDetail
         * @description A case with its contacts, the latest first.
         */
        HarmCaseDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Username */
            username: string;
            status: components["schemas"]["HarmStatus"];
            band: components["schemas"]["Band"];
            /** Score */
            score: number;
            /** Findings */
            findings: components["schemas"]["HarmFindingOut"][];
            /** Suggested */
            suggested: components["schemas"]["Contact"][];
            /** Opened At */
            opened_at: string;
            /** Updated At */
            updated_at: string;
            /** Taken By */
            taken_by: string;
            /** Snoozed Until */
            snoozed_until: string | null;
            /** Closed At */
            closed_at: string | null;
            outcome: components["schemas"]["HarmOutcome"] | null;
            /** Contacts */
            contacts: components["schemas"]["ContactOut"][];
        };
        /**
         * HarmCaseOut
         * @description A member somebody should look at.
         *
         *     Attributes:
         *         suggested: what fits the band, the first to be tried first.
         */
        HarmCaseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Username */
            username: string;
            status: components["schemas"]["HarmStatus"];
            band: components["schemas"]["Band"];
            /** Score */
            score: number;
            /** Findings */
            findings: components["schemas"]["HarmFindingOut"][];
            /** Suggested */
            suggested: components["schemas"]["Contact"][];
            /** Opened At */
            opened_at: string;
            /** Updated At */
            updated_at: string;
            /** Taken By */
            taken_by: string;
            /** Snoozed Until */
            snoozed_until: string | null;
            /** Closed At */
            closed_at: string | null;
            outcome: components["schemas"]["HarmOutcome"] | null;
        };
        /**
         * HarmDayOut
         * @description A day of a member, in the member's time zone.
         */
        HarmDayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Score */
            score: number;
            band: components["schemas"]["Band"];
            /** Findings */
            findings: components["schemas"]["HarmFindingOut"][];
        };
        /**
         * HarmFindingOut
         * @description A marker that was found, and what was seen.
         */
        HarmFindingOut: {
            /** Marker */
            marker: string;
            /** Title */
            title: string;
            /** Group */
            group: string;
            /** Points */
            points: number;
            /** Explanation */
            explanation: string;
        };
        /**
         * HarmOutcome
         * @description What a contact came to.
         * @enum {string}
         */
        HarmOutcome: "not_reached" | "informed" | "limit_set" | "time_out_taken" | "excluded" | "no_concern" | "contested";
        /**
         * HarmStatus
         * @description Where a case stands.
         * @enum {string}
         */
        HarmStatus: "open" | "taken" | "snoozed" | "closed";
        /**
         * Held
         * @description A permission of a role, and the amount up to which it goes if it is limited.
         */
        Held: {
            /** Permission */
            permission: string;
            /** Max Amount */
            max_amount?: string | null;
        };
        /**
         * HitOut
         * @description An entry of a list that could be the person, both sides and the comparison.
         */
        HitOut: {
            /** List Title */
            list_title: string;
            /** List Version */
            list_version: number;
            entry: components["schemas"]["ListedOut"];
            subject: components["schemas"]["SubjectOut"];
            match: components["schemas"]["MatchOut"];
        };
        /**
         * HostAnswer
         * @description A host of the tenant.
         *
         *     Attributes:
         *         status: ``pending`` until proven, ``verified`` until put to use, ``active`` while it answers,
         *             ``failed`` when the record vanished or never came.
         *         record: what to publish in the DNS, and to keep there.
         *         detail: what the last look missed; empty if nothing.
         *         certificate: ``wanted`` from activation until whoever serves TLS tells otherwise.
         */
        HostAnswer: {
            /** Host */
            host: string;
            status: components["schemas"]["HostStatus"];
            record: components["schemas"]["RecordAnswer"] | null;
            /** Detail */
            detail: string;
            /** Checked At */
            checked_at: string | null;
            /** Verified At */
            verified_at: string | null;
            certificate: components["schemas"]["Certificate"];
            /** Certificate Until */
            certificate_until: string | null;
            /** Created At */
            created_at: string;
        };
        /**
         * HostBody
         * @description A name as a person writes it.
         */
        HostBody: {
            /** Host */
            host: string;
        };
        /**
         * HostStatus
         * @description Whether a host answers for its tenant.
         * @enum {string}
         */
        HostStatus: "pending" | "verified" | "active" | "failed" | "removed";
        /**
         * HourOut
         * @description An hour of play, by the moment of the bet.
         */
        HourOut: {
            /** At */
            at: string;
            /** Wagered */
            wagered: string;
            /** Won */
            won: string;
            /** Ggr */
            ggr: string;
            /** Bets */
            bets: number;
        };
        /**
         * HouseAnswer
         * @description A house of the caller.
         */
        HouseAnswer: {
            /** Slug */
            slug: string;
            /** Name */
            name: string;
            /** Hue */
            hue: number;
            /**
             * Host
             * @description the name it answers to; where hosts name houses, one goes there
             */
            host: string | null;
            /** Current */
            current: boolean;
        };
        /**
         * HouseStepAnswer
         * @description Something that happened to a house as a whole; ``runs`` where that was switched.
         */
        HouseStepAnswer: {
            /** At */
            at: string;
            kind: components["schemas"]["HouseStepKind"];
            /** By */
            by: string;
            /** Reason */
            reason: string;
            runs: components["schemas"]["RunsAnswer"] | null;
        };
        /**
         * HouseStepKind
         * @description What can happen to a house as a whole.
         * @enum {string}
         */
        HouseStepKind: "opened" | "suspended" | "reinstated" | "switched" | "closing_asked" | "closing_rejected" | "closing_expired" | "closing_withdrawn" | "closed";
        /**
         * ImpersonateBody
         * @description Why, for how long, and whether more than looking is needed.
         */
        ImpersonateBody: {
            /** Reason */
            reason: string;
            /**
             * Minutes
             * @default 30
             */
            minutes: number;
            /**
             * Read Only
             * @default true
             */
            read_only: boolean;
        };
        /**
         * ImpersonationAnswer
         * @description The code that opens the player's app as the member, once and within two minutes.
         */
        ImpersonationAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /** Read Only */
            read_only: boolean;
            /** Expires At */
            expires_at: string;
        };
        /**
         * InvitationAnswer
         * @description An invitation that waits.
         */
        InvitationAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
            scope: components["schemas"]["ScopeShape"];
            /** Grant Expires At */
            grant_expires_at: string | null;
            /** Inviter */
            inviter: string;
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
        };
        /**
         * InvitationBody
         * @description The code of the mail, and a password for whoever has no sign-in with that address yet.
         */
        InvitationBody: {
            /** Code */
            code: string;
            /** Password */
            password: string;
        };
        /**
         * InviteBody
         * @description Whom, as what.
         */
        InviteBody: {
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
            scope?: components["schemas"]["ScopeShape"] | null;
            /**
             * Expires At
             * @description When it ends by itself; never if left out.
             */
            expires_at?: string | null;
        };
        /**
         * JackpotWinOut
         * @description A pool won by a round.
         */
        JackpotWinOut: {
            /** Jackpot */
            jackpot: string;
            /** Level */
            level: string;
            /** Amount */
            amount: string;
        };
        JsonValue: unknown;
        /**
         * JudgeBody
         * @description Whether the hit is the member.
         */
        JudgeBody: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "false" | "true";
            /** Reason */
            reason: string;
        };
        /**
         * JurisdictionAnswer
         * @description The law a tenant is under.
         *
         *     Attributes:
         *         wanted: the authority or country that the tenant named.
         *         is_known: whether there is a profile of it; otherwise the strictest of all profiles holds.
         *         version: of the profile; 0 where there is none.
         *         known: codes of all profiles.
         */
        JurisdictionAnswer: {
            /** Wanted */
            wanted: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Authority */
            authority: string;
            /** Is Known */
            is_known: boolean;
            /** Version */
            version: number;
            /** Effective From */
            effective_from: string | null;
            /** Rules */
            rules: components["schemas"]["RuleAnswer"][];
            /** Known */
            known: string[];
        };
        /**
         * KeyAnswer
         * @description The key for an authenticator app: as text, as a link, and as a picture to scan (SVG).
         */
        KeyAnswer: {
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
            /** Qr Svg */
            qr_svg: string;
        };
        /**
         * KycCaseOut
         * @description An identity check as a line of the queue.
         */
        KycCaseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            subject: components["schemas"]["SubjectKind"];
            /** Member Id */
            member_id: string | null;
            /**
             * Name
             * @description username of the member, or name of the operator or provider
             */
            name: string;
            status: components["schemas"]["KycStatus"];
            /** Reviewer */
            reviewer: string;
            /** Submitted At */
            submitted_at: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string;
            method: components["schemas"]["KycMethod"] | null;
            /** Reasons */
            reasons: components["schemas"]["RejectionReason"][];
            /** Text */
            text: string;
            /** Valid Until */
            valid_until: string | null;
            /**
             * Vendor Said
             * @description the vendor's last verdict, if one looked
             */
            vendor_said: string;
            /** Vendor Said At */
            vendor_said_at: string | null;
            /** Created At */
            created_at: string;
            /** Updated At */
            updated_at: string;
        };
        /**
         * KycMethod
         * @description How a case was decided.
         * @enum {string}
         */
        KycMethod: "review" | "vendor" | "clock";
        /**
         * KycStatus
         * @description How far the check of a member's identity has come.
         * @enum {string}
         */
        KycStatus: "not_started" | "submitted" | "in_review" | "verified" | "rejected" | "expired";
        /**
         * KycStepOut
         * @description A step of a case.
         */
        KycStepOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            came_from: components["schemas"]["KycStatus"];
            status: components["schemas"]["KycStatus"];
            /** At */
            at: string;
            /** By Kind */
            by_kind: string;
            /** By */
            by: string;
            /** Reasons */
            reasons: components["schemas"]["RejectionReason"][];
            /** Text */
            text: string;
            method: components["schemas"]["KycMethod"] | null;
        };
        /**
         * LastWinOut
         * @description The latest win of a pool; whose it was stays between the house and that member.
         */
        LastWinOut: {
            /** Amount */
            amount: string;
            /** At */
            at: string;
            /** Member Masked */
            member_masked: string;
        };
        /**
         * LimitKind
         * @description What a limit bounds.
         * @enum {string}
         */
        LimitKind: "deposit" | "loss" | "wager" | "session_time";
        /**
         * LimitOfHouseBody
         * @description The limit a member shall have: an amount, or minutes of play; `null` for none. And why.
         */
        LimitOfHouseBody: {
            /** Amount */
            amount?: string | null;
            /** Minutes */
            minutes?: number | null;
            /** Currency */
            currency?: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * LimitOut
         * @description A limit: what holds, what of it is used, and what waits to be confirmed.
         *
         *     Values are amounts, or minutes where `kind` is `session_time` and `currency` is `null`. A looser value
         *     waits until `pending_from`, and is forgotten unless it is confirmed before `pending_until`. One that
         *     `is_of_house` was tightened by staff, and the member alone cannot loosen it.
         */
        LimitOut: {
            kind: components["schemas"]["LimitKind"];
            period: components["schemas"]["Period"];
            /** Currency */
            currency: string | null;
            /** Value */
            value: string | null;
            /** Used */
            used: string;
            /** Pending Value */
            pending_value: string | null;
            /** Pending From */
            pending_from: string | null;
            /** Pending Until */
            pending_until: string | null;
            /** Is Of House */
            is_of_house: boolean;
        };
        /**
         * LinkAnswer
         * @description A link that ends soon.
         */
        LinkAnswer: {
            /** Url */
            url: string;
            /** Expires At */
            expires_at: string;
        };
        /**
         * LinkOut
         * @description A signed address for one act on one file.
         *
         *     It may be relative to the API's address. Whoever has it may use it until it ends, without signing in.
         */
        LinkOut: {
            /** Url */
            url: string;
            /**
             * Method
             * @description `PUT` or `GET`
             */
            method: string;
            /** Expires At */
            expires_at: string;
        };
        /** ListAnswer[ApprovalOut] */
        ListAnswer_ApprovalOut_: {
            /** Items */
            items: components["schemas"]["ApprovalOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[AuditOut] */
        ListAnswer_AuditOut_: {
            /** Items */
            items: components["schemas"]["AuditOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[CaseRowOut] */
        ListAnswer_CaseRowOut_: {
            /** Items */
            items: components["schemas"]["CaseRowOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[EntryOut] */
        ListAnswer_EntryOut_: {
            /** Items */
            items: components["schemas"]["EntryOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[EventKindOut] */
        ListAnswer_EventKindOut_: {
            /** Items */
            items: components["schemas"]["EventKindOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[ExclusionRequestOut] */
        ListAnswer_ExclusionRequestOut_: {
            /** Items */
            items: components["schemas"]["ExclusionRequestOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[HarmCaseOut] */
        ListAnswer_HarmCaseOut_: {
            /** Items */
            items: components["schemas"]["HarmCaseOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[HostAnswer] */
        ListAnswer_HostAnswer_: {
            /** Items */
            items: components["schemas"]["HostAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[HouseAnswer] */
        ListAnswer_HouseAnswer_: {
            /** Items */
            items: components["schemas"]["HouseAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[InvitationAnswer] */
        ListAnswer_InvitationAnswer_: {
            /** Items */
            items: components["schemas"]["InvitationAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[KycCaseOut] */
        ListAnswer_KycCaseOut_: {
            /** Items */
            items: components["schemas"]["KycCaseOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[LimitOut] */
        ListAnswer_LimitOut_: {
            /** Items */
            items: components["schemas"]["LimitOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[MemberRowOut] */
        ListAnswer_MemberRowOut_: {
            /** Items */
            items: components["schemas"]["MemberRowOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[NoticeAnswer] */
        ListAnswer_NoticeAnswer_: {
            /** Items */
            items: components["schemas"]["NoticeAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[PackAnswer] */
        ListAnswer_PackAnswer_: {
            /** Items */
            items: components["schemas"]["PackAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[PermissionAnswer] */
        ListAnswer_PermissionAnswer_: {
            /** Items */
            items: components["schemas"]["PermissionAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[PoolOut] */
        ListAnswer_PoolOut_: {
            /** Items */
            items: components["schemas"]["PoolOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[ProtectionChangeOut] */
        ListAnswer_ProtectionChangeOut_: {
            /** Items */
            items: components["schemas"]["ProtectionChangeOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[RoleAnswer] */
        ListAnswer_RoleAnswer_: {
            /** Items */
            items: components["schemas"]["RoleAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[RuleVersionOut] */
        ListAnswer_RuleVersionOut_: {
            /** Items */
            items: components["schemas"]["RuleVersionOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[SealOut] */
        ListAnswer_SealOut_: {
            /** Items */
            items: components["schemas"]["SealOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[SessionAnswer] */
        ListAnswer_SessionAnswer_: {
            /** Items */
            items: components["schemas"]["SessionAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[SettingAnswer] */
        ListAnswer_SettingAnswer_: {
            /** Items */
            items: components["schemas"]["SettingAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[SettingVersionAnswer] */
        ListAnswer_SettingVersionAnswer_: {
            /** Items */
            items: components["schemas"]["SettingVersionAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[SignificantEventOut] */
        ListAnswer_SignificantEventOut_: {
            /** Items */
            items: components["schemas"]["SignificantEventOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StaffAnswer] */
        ListAnswer_StaffAnswer_: {
            /** Items */
            items: components["schemas"]["StaffAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StaffComplaintAnswer] */
        ListAnswer_StaffComplaintAnswer_: {
            /** Items */
            items: components["schemas"]["StaffComplaintAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StaffDepositAnswer] */
        ListAnswer_StaffDepositAnswer_: {
            /** Items */
            items: components["schemas"]["StaffDepositAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StaffGameOut] */
        ListAnswer_StaffGameOut_: {
            /** Items */
            items: components["schemas"]["StaffGameOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StaffRoundOut] */
        ListAnswer_StaffRoundOut_: {
            /** Items */
            items: components["schemas"]["StaffRoundOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StaffSessionAnswer] */
        ListAnswer_StaffSessionAnswer_: {
            /** Items */
            items: components["schemas"]["StaffSessionAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StaffWithdrawalAnswer] */
        ListAnswer_StaffWithdrawalAnswer_: {
            /** Items */
            items: components["schemas"]["StaffWithdrawalAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[StandingChangeOut] */
        ListAnswer_StandingChangeOut_: {
            /** Items */
            items: components["schemas"]["StandingChangeOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[TenantLine] */
        ListAnswer_TenantLine_: {
            /** Items */
            items: components["schemas"]["TenantLine"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[TransactionOut] */
        ListAnswer_TransactionOut_: {
            /** Items */
            items: components["schemas"]["TransactionOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[VisitAnswer] */
        ListAnswer_VisitAnswer_: {
            /** Items */
            items: components["schemas"]["VisitAnswer"][];
            /** Next */
            next?: string | null;
        };
        /**
         * ListedOut
         * @description The side of the list.
         */
        ListedOut: {
            /** Ref */
            ref: string;
            /** Names */
            names: string[];
            /** Births */
            births: string[];
            /** Countries */
            countries: string[];
            /** Programs */
            programs: string[];
            /** Remark */
            remark: string;
        };
        /**
         * LoginBody
         * @description Address and password.
         */
        LoginBody: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * LogoAnswer
         * @description The name under which the branding refers to the logo.
         */
        LogoAnswer: {
            /** Logo */
            logo: string;
        };
        /**
         * MatchOut
         * @description How alike, and why.
         */
        MatchOut: {
            /** Score */
            score: string;
            /** Name Score */
            name_score: string;
            /** Left */
            left: string;
            /** Right */
            right: string;
            /** Pairings */
            pairings: components["schemas"]["PairingOut"][];
            /** Modifiers */
            modifiers: components["schemas"]["ModifierOut"][];
        };
        /**
         * MeAnswer
         * @description The caller.
         */
        MeAnswer: {
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Tenant */
            tenant: string;
            /** Tenant Name */
            tenant_name: string;
            /** Roles */
            roles: string[];
            /** Permissions */
            permissions: string[];
            /** Must Set Up Second Factor */
            must_set_up_second_factor: boolean;
        };
        /**
         * MemberAccountOut
         * @description An account of the member's wallet.
         */
        MemberAccountOut: {
            /** Kind */
            kind: string;
            /** Currency */
            currency: string;
            /** Balance */
            balance: string;
        };
        /**
         * MemberAmlOut
         * @description What stands against a member, or does not.
         */
        MemberAmlOut: {
            /** Name */
            name: string;
            /** Screened At */
            screened_at: string | null;
            /** Screening Cause */
            screening_cause: string;
            /** Screening Hits */
            screening_hits: number;
            /** Is Name Known */
            is_name_known: boolean;
            /** Open Cases */
            open_cases: components["schemas"]["CaseRowOut"][];
            /** Closed Cases */
            closed_cases: number;
            /** Is Frozen */
            is_frozen: boolean;
            /**
             * Withdrawals Stopped
             * @description `frozen` or `case`, if they are
             */
            withdrawals_stopped: string | null;
            /** Freezes */
            freezes: components["schemas"]["FreezeOut"][];
        };
        /**
         * MemberAnswer
         * @description A member.
         */
        MemberAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
            /** Username */
            username: string;
            /** Email */
            email: string;
            /** Country */
            country: string;
            /**
             * Birth Date
             * Format: date
             */
            birth_date: string;
            /** Currency */
            currency: string;
            /** Locale */
            locale: string;
            /** Time Zone */
            time_zone: string;
            /** Standing */
            standing: string;
            /** Kyc Status */
            kyc_status: string;
            /** Created At */
            created_at: string;
            /** Last Sign In At */
            last_sign_in_at: string | null;
        };
        /**
         * MemberExclusionOut
         * @description A time-out or self-exclusion in force; without an end it is for good.
         *
         *     Of one that is `excluded`, asked for outside the house, nothing more is known here.
         */
        MemberExclusionOut: {
            /** Kind */
            kind: string;
            /** From */
            from: string;
            /** Until */
            until: string | null;
            /** Everywhere */
            everywhere: boolean;
            /** Returns At */
            returns_at: string | null;
        };
        /**
         * MemberFacts
         * @description Whose payment it is.
         */
        MemberFacts: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Email */
            email: string;
            /** Country */
            country: string;
        };
        /**
         * MemberFileOut
         * @description All that the house knows of a member.
         *
         *     ``totals`` are those in the member's currency; ``other_totals`` those in the other currencies
         *     that were used.
         */
        MemberFileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Email */
            email: string;
            /** Country */
            country: string;
            /** Currency */
            currency: string;
            /** Standing */
            standing: string;
            /** Kyc Status */
            kyc_status: string;
            /** Balance */
            balance: string;
            /** Created At */
            created_at: string;
            /** Last Sign In At */
            last_sign_in_at: string | null;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
            /**
             * Birth Date
             * Format: date
             */
            birth_date: string;
            /** Locale */
            locale: string;
            /** Time Zone */
            time_zone: string;
            /** Accounts */
            accounts: components["schemas"]["MemberAccountOut"][];
            /** Limits */
            limits: components["schemas"]["MemberLimitOut"][];
            exclusion: components["schemas"]["MemberExclusionOut"] | null;
            /** Sessions */
            sessions: components["schemas"]["MemberSessionOut"][];
            totals: components["schemas"]["MemberTotalsOut"];
            /** Other Totals */
            other_totals: components["schemas"]["MemberTotalsOut"][];
        };
        /**
         * MemberHarmOut
         * @description What a member's last thirty days showed, and the last cases; both the latest first.
         */
        MemberHarmOut: {
            /** Days */
            days: components["schemas"]["HarmDayOut"][];
            /** Cases */
            cases: components["schemas"]["HarmCaseOut"][];
        };
        /**
         * MemberLimitOut
         * @description A limit: what holds, what of it is used, and what waits to be confirmed.
         */
        MemberLimitOut: {
            /** Kind */
            kind: string;
            /** Period */
            period: string;
            /** Currency */
            currency: string | null;
            /** Value */
            value: string | null;
            /** Used */
            used: string;
            /** Pending Value */
            pending_value: string | null;
            /** Pending From */
            pending_from: string | null;
            /** Pending Until */
            pending_until: string | null;
            /** Is Of House */
            is_of_house: boolean;
        };
        /**
         * MemberRegisterOut
         * @description What registers said about a member.
         *
         *     Attributes:
         *         is_asked: whether the house asks one.
         *         has_details: whether name and postcode are known, without which it cannot be asked.
         *         listed_since: since when it keeps the member out; `null` if it does not.
         *         answers: those that are kept, the newest first.
         */
        MemberRegisterOut: {
            /** Is Asked */
            is_asked: boolean;
            /** Has Details */
            has_details: boolean;
            /** Listed Since */
            listed_since: string | null;
            /** Answers */
            answers: components["schemas"]["RegisterAnswerOut"][];
        };
        /**
         * MemberRowOut
         * @description A member in a list; ``balance`` is that of the main account in the member's currency.
         */
        MemberRowOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Email */
            email: string;
            /** Country */
            country: string;
            /** Currency */
            currency: string;
            /** Standing */
            standing: string;
            /** Kyc Status */
            kyc_status: string;
            /** Balance */
            balance: string;
            /** Created At */
            created_at: string;
            /** Last Sign In At */
            last_sign_in_at: string | null;
        };
        /**
         * MemberSessionOut
         * @description A session that has not ended; ``sign-out`` ends them all.
         */
        MemberSessionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Device */
            device: string;
            /** Address */
            address: string;
            /** Created At */
            created_at: string;
            /** Last Seen At */
            last_seen_at: string;
        };
        /**
         * MemberTotalsOut
         * @description What went through a member's hands in one currency since joining.
         */
        MemberTotalsOut: {
            /** Currency */
            currency: string;
            /** Deposited */
            deposited: string;
            /** Withdrawn */
            withdrawn: string;
            /** Wagered */
            wagered: string;
            /** Won */
            won: string;
        };
        /**
         * Method
         * @description A way to prove, beside or after the first proof, that it is really the person.
         * @enum {string}
         */
        Method: "passkey" | "totp" | "sms" | "email" | "recovery_code" | "password";
        /**
         * ModifierOut
         * @description What beside the names moved the score.
         */
        ModifierOut: {
            /** Name */
            name: string;
            /** Detail */
            detail: string;
            /** Points */
            points: string;
        };
        /**
         * MonitoringKindOut
         * @description A kind of rule, with the JSON schema of its parameters.
         */
        MonitoringKindOut: {
            kind: components["schemas"]["RuleKind"];
            /** Description */
            description: string;
            /** Parameters */
            parameters: {
                [key: string]: unknown;
            };
        };
        /**
         * NamedOut
         * @description A member whom evidence names.
         */
        NamedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Name */
            name: string;
        };
        /**
         * NewPasskeyBody
         * @description What the browser made, and a name to know it by.
         */
        NewPasskeyBody: {
            /** Challenge */
            challenge: string;
            /** Passkey */
            passkey: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
        };
        /**
         * NewRoleBody
         * @description A role of one's own: a copy, or permissions put together.
         */
        NewRoleBody: {
            /** Title */
            title: string;
            /** Copy Of */
            copy_of?: string | null;
            /** Permissions */
            permissions?: components["schemas"]["Held"][] | null;
        };
        /**
         * NewRuleBody
         * @description A new rule.
         */
        NewRuleBody: {
            /** Title */
            title: string;
            /** Is On */
            is_on: boolean;
            severity: components["schemas"]["Severity"];
            /** Is Blocking */
            is_blocking: boolean;
            /** Parameters */
            parameters: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
            kind: components["schemas"]["RuleKind"];
        };
        /**
         * NewTenantBody
         * @description What it takes to open a house.
         */
        NewTenantBody: {
            /** Slug */
            slug: string;
            /** Name */
            name: string;
            /** Jurisdiction */
            jurisdiction: string;
            /** Gaming */
            gaming: boolean;
            /** Loyalty */
            loyalty: boolean;
            /** Languages */
            languages: string[];
            /** Currencies */
            currencies: components["schemas"]["CurrencyBody"][];
            /** Time Zone */
            time_zone: string;
            /** Support Email */
            support_email: string;
            /** Owner Email */
            owner_email: string;
            /** Owner Name */
            owner_name: string;
            /**
             * Minimum Age
             * @default 18
             */
            minimum_age: number;
        };
        /**
         * NoteBody
         * @description What is to be remembered.
         */
        NoteBody: {
            /** Text */
            text: string;
        };
        /**
         * NoticeAnswer
         * @description A notice of a gateway that changed nothing and that somebody should look at.
         */
        NoticeAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /** Notice Id */
            notice_id: string;
            /** Kind */
            kind: string;
            /** Outcome */
            outcome: string;
            /** Payment Id */
            payment_id: string | null;
            /** Received At */
            received_at: string;
            /** Tries */
            tries: number;
        };
        /**
         * OpenBody
         * @description Whom the case is about; players open theirs by themselves.
         */
        OpenBody: {
            /** @description `operator` or `provider` */
            subject: components["schemas"]["SubjectKind"];
            /** Name */
            name: string;
        };
        /**
         * OpenCaseBody
         * @description A suspicion of staff.
         */
        OpenCaseBody: {
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            severity: components["schemas"]["Severity"];
            /**
             * Is Blocking
             * @default false
             */
            is_blocking: boolean;
            /** Summary */
            summary: string;
        };
        /**
         * OverrideAnswer
         * @description A permission given to, or kept from, one person whatever their roles say.
         */
        OverrideAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Permission */
            permission: string;
            effect: components["schemas"]["Effect"];
            scope: components["schemas"]["ScopeShape"];
            /** Max Amount */
            max_amount: string | null;
            /** Granted At */
            granted_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * OverrideBody
         * @description Which permission is given or kept from a person, where, how far, until when and why.
         */
        OverrideBody: {
            /** Permission */
            permission: string;
            /**
             * Effect
             * @enum {string}
             */
            effect: "allow" | "deny";
            scope?: components["schemas"]["ScopeShape"] | null;
            /** Max Amount */
            max_amount?: string | null;
            /**
             * Expires At
             * @description When it ends by itself; never if left out.
             */
            expires_at?: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * OwedAnswer
         * @description What a house owes its members in one currency.
         */
        OwedAnswer: {
            /** Currency */
            currency: string;
            /** Amount */
            amount: string;
            /** Members */
            members: number;
        };
        /**
         * PackAnswer
         * @description An evidence pack.
         *
         *     Attributes:
         *         done: parts that are packed, of ``parts``.
         *         manifest_sha256: of its manifest; ``stakehouse evidence verify`` prints the same for a good pack.
         */
        PackAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Member Id */
            member_id: string | null;
            /** From */
            from: string;
            /** To */
            to: string;
            /** Reason */
            reason: string;
            /** Status */
            status: string;
            /** Done */
            done: number;
            /** Parts */
            parts: number;
            /** Files */
            files: number;
            /** Bytes */
            bytes: number;
            /** Manifest Sha256 */
            manifest_sha256: string;
            /** Asked By */
            asked_by: string;
            /** Asked At */
            asked_at: string;
            /** Ready At */
            ready_at: string | null;
        };
        /**
         * PackBody
         * @description About whom, or about which time, and why.
         */
        PackBody: {
            /** Member Id */
            member_id?: string | null;
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * PairingOut
         * @description Two words that met, or one that met none.
         */
        PairingOut: {
            /** Left */
            left: string;
            /** Right */
            right: string;
            /** How */
            how: string;
            /** Score */
            score: string;
        };
        /**
         * PassAnswer
         * @description What the other house takes for a sign-in, once, within a minute.
         */
        PassAnswer: {
            /** Passcode */
            passcode: string;
        };
        /**
         * PassBody
         * @description The pass that another house gave.
         */
        PassBody: {
            /** Passcode */
            passcode: string;
        };
        /**
         * PasskeyAnswer
         * @description A passkey of this site; one that is not trusted proves nothing any more.
         */
        PasskeyAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Is Synced */
            is_synced: boolean;
            /** Is Trusted */
            is_trusted: boolean;
            /** Created At */
            created_at: string;
            /** Last Used At */
            last_used_at: string | null;
        };
        /**
         * PasskeyBody
         * @description The answer of a passkey: the challenge, and what the browser made of it in its JSON form.
         */
        PasskeyBody: {
            /** Challenge */
            challenge: string;
            /** Passkey */
            passkey: {
                [key: string]: unknown;
            };
        };
        /**
         * PaymentStatus
         * @description Where a payment stands; which ones a direction knows is in ``rules.EDGES``.
         * @enum {string}
         */
        PaymentStatus: "created" | "pending" | "requested" | "in_review" | "approved" | "processing" | "succeeded" | "paid" | "failed" | "cancelled" | "expired" | "rejected" | "partly_refunded" | "refunded" | "charged_back";
        /**
         * Period
         * @description The calendar span of a limit, in the member's time zone; weeks begin on Monday.
         *
         *     A session of play is no calendar's: it begins with a bet and is over when nothing was bet or won
         *     for a quarter of an hour. Only session time knows it.
         * @enum {string}
         */
        Period: "session" | "day" | "week" | "month";
        /**
         * PermissionAnswer
         * @description A permission of the catalogue.
         */
        PermissionAnswer: {
            /** Permission */
            permission: string;
            /** Area */
            area: string;
            /** Description */
            description: string;
            /** Can Be Limited */
            can_be_limited: boolean;
        };
        /**
         * PersonOut
         * @description What was stated at the last submission.
         */
        PersonOut: {
            /** Full Name */
            full_name: string;
            /** Birth Date */
            birth_date: string | null;
            /** Address */
            address: string;
            /** Country */
            country: string;
        };
        /**
         * PhoneBody
         * @description A telephone number; ``country`` where it lacks the country's code.
         */
        PhoneBody: {
            /** Phone */
            phone: string;
            /** Country */
            country?: string | null;
        };
        /**
         * PhoneCodeBody
         * @description The code that came to the telephone.
         */
        PhoneCodeBody: {
            /** Challenge */
            challenge: string;
            /**
             * Code
             * @description six digits
             */
            code: string;
        };
        /**
         * PlayerOut
         * @description Whose round it is.
         */
        PlayerOut: {
            /** Id */
            id: string;
            /** Username */
            username: string;
        };
        /**
         * PoolOut
         * @description A pool: what is in it, what feeds it, and how it is won.
         */
        PoolOut: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Level */
            level: string;
            /** Currency */
            currency: string;
            /** Amount */
            amount: string;
            /** Seed Amount */
            seed_amount: string;
            /** Contribution Bp */
            contribution_bp: number;
            /** Funding */
            funding: string;
            /** Stake Per Hit */
            stake_per_hit: string;
            /** Odds Text */
            odds_text: string;
            last_win: components["schemas"]["LastWinOut"] | null;
        };
        /**
         * Problem
         * @description An RFC 9457 problem document.
         */
        Problem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Instance */
            instance?: string | null;
            /** Errors */
            errors?: {
                [key: string]: string;
            }[] | null;
        };
        /**
         * ProtectionChangeOut
         * @description A limit, an exclusion or a reality check as it was set, asked for, answered or ended.
         *
         *     Attributes:
         *         act: such as `limit.changed`, `member.excluded` or `reality_check.answered`.
         *         reason: why; empty where the member acted.
         */
        ProtectionChangeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** At */
            at: string;
            /** Act */
            act: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /** Reason */
            reason: string;
            /**
             * Actor Kind
             * @description `member`, `staff`, `system`, or `nobody` at the door
             */
            actor_kind: string;
            /** Actor Name */
            actor_name: string;
        };
        /**
         * QueuesOut
         * @description What waits for people.
         */
        QueuesOut: {
            /** Withdrawals Waiting */
            withdrawals_waiting: number;
            /** Withdrawals Amount */
            withdrawals_amount: string;
            /** Approvals Waiting */
            approvals_waiting: number;
        };
        /**
         * ReasonBody
         * @description Why.
         */
        ReasonBody: {
            /** Reason */
            reason: string;
        };
        /**
         * RecalledRoundOut
         * @description A round with what its drawing and its proof need: the engine and its configuration at the time.
         *
         *     ``config`` is null once the game has moved on to another version.
         */
        RecalledRoundOut: {
            /** Id */
            id: string;
            /** Game */
            game: string;
            /** Currency */
            currency: string;
            /** Stake */
            stake: string;
            /** Payout */
            payout: string;
            /** Multiplier */
            multiplier: string;
            choices: components["schemas"]["JsonValue"];
            outcome: components["schemas"]["JsonValue"];
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "settled" | "void";
            fairness: components["schemas"]["FairnessIn"];
            /** Steps */
            steps: components["schemas"]["StepOut"][];
            /** Actions */
            actions: string[];
            /** Jackpot Wins */
            jackpot_wins: components["schemas"]["JackpotWinOut"][];
            /** Created At */
            created_at: string;
            /** Settled At */
            settled_at: string | null;
            member: components["schemas"]["PlayerOut"];
            /** Engine */
            engine: string;
            /** Config */
            config: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
        };
        /**
         * RecordAnswer
         * @description The DNS record that proves a host.
         */
        RecordAnswer: {
            /**
             * Type
             * @constant
             */
            type: "TXT";
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * RecordedSessionOut
         * @description A session of the player, and its place.
         */
        RecordedSessionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Address */
            address: string;
            /** Device */
            device: string;
        };
        /**
         * ReferenceAnswer
         * @description The round or payment it is about.
         */
        ReferenceAnswer: {
            kind: components["schemas"]["ReferenceKind"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * ReferenceKind
         * @description What a complaint points at.
         * @enum {string}
         */
        ReferenceKind: "round" | "deposit" | "withdrawal";
        /**
         * RegisterAnswerOut
         * @description What a register said about somebody; what it was asked with is not kept.
         */
        RegisterAnswerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Register Name */
            register_name: string;
            /**
             * Cause
             * @description `registration`, `sign_in` or `marketing`
             */
            cause: string;
            /**
             * Answer
             * @description `on` (keeps out), `off`, `former` (was on it) or `silent` (no usable answer)
             */
            answer: string;
            /**
             * Reference
             * @description the register's own name of its answer
             */
            reference: string;
            /** Asked At */
            asked_at: string;
            /** Valid Until */
            valid_until: string;
        };
        /**
         * RegisterConnectionOut
         * @description The house's access to a register; its key is never shown again.
         */
        RegisterConnectionOut: {
            /** Register Name */
            register_name: string;
            /** Base Url */
            base_url: string;
            /** Updated At */
            updated_at: string;
        };
        /**
         * RegisterStateOut
         * @description How the house stands with registers.
         *
         *     Attributes:
         *         named: the register its law names; `null` if it names none.
         *         is_asked: whether nobody comes in without an answer.
         *         answer_minutes: how long an answer counts.
         *         adapters: the registers that can be connected.
         *         connection: the access to one; `null` without.
         *         last: the newest answer about anybody.
         */
        RegisterStateOut: {
            /** Named */
            named: string | null;
            /** Is Asked */
            is_asked: boolean;
            /** Answer Minutes */
            answer_minutes: number;
            /** Adapters */
            adapters: string[];
            connection: components["schemas"]["RegisterConnectionOut"] | null;
            last: components["schemas"]["RegisterAnswerOut"] | null;
        };
        /**
         * RejectKycBody
         * @description Why not; the person reads it.
         */
        RejectKycBody: {
            /** Reasons */
            reasons: components["schemas"]["RejectionReason"][];
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * RejectRequest
         * @description A rejection; the member reads the reason.
         */
        RejectRequest: {
            /** Reason */
            reason: string;
        };
        /**
         * RejectRequestBody
         * @description Why not.
         */
        RejectRequestBody: {
            /** Reason */
            reason: string;
        };
        /**
         * RejectionReason
         * @description Why a case is rejected; the member reads the sentence that belongs to it.
         * @enum {string}
         */
        RejectionReason: "unreadable" | "cut_off" | "document_expired" | "wrong_document" | "name_differs" | "birth_date_differs" | "address_differs" | "under_age" | "duplicate_person" | "suspected_forgery" | "other";
        /**
         * RemoveBody
         * @description Why.
         */
        RemoveBody: {
            /** Reason */
            reason: string;
        };
        /**
         * RemoveBotBody
         * @description Why.
         */
        RemoveBotBody: {
            /** Reason */
            reason: string;
        };
        /**
         * RemoveHostBody
         * @description Why.
         */
        RemoveHostBody: {
            /** Reason */
            reason: string;
        };
        /**
         * RenameBody
         * @description The new name.
         */
        RenameBody: {
            /** Name */
            name: string;
        };
        /**
         * ReplyBody
         * @description The answer to a challenge: the method chosen, and what it asks for.
         */
        ReplyBody: {
            /** Challenge */
            challenge: string;
            method: components["schemas"]["Method"];
            /**
             * Code
             * @description for totp, sms, email and recovery_code
             * @default
             */
            code: string;
            /**
             * Password
             * @description for password, demo sign-ins only
             * @default
             */
            password: string;
            /**
             * Passkey
             * @description for passkey: what the browser answered, in its JSON form
             */
            passkey?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * RequestStatus
         * @description Where a request stands.
         * @enum {string}
         */
        RequestStatus: "open" | "excluded" | "declined";
        /**
         * RequirementOut
         * @description One thing that is asked, and the document that counts for it.
         */
        RequirementOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Why */
            why: string;
            /** Documents */
            documents: components["schemas"]["DocumentKind"][];
            /** Expires */
            expires: boolean;
            /** Numbered */
            numbered: boolean;
            document: components["schemas"]["DocumentOut"] | null;
        };
        /**
         * ReturnBody
         * @description Why the member shall be let back in.
         */
        ReturnBody: {
            /** Reason */
            reason: string;
        };
        /**
         * ReviewOut
         * @description All that a reviewer compares.
         */
        ReviewOut: {
            case: components["schemas"]["KycCaseOut"];
            /** Is Mine */
            is_mine: boolean;
            member: components["schemas"]["CaseMemberOut"] | null;
            person: components["schemas"]["PersonOut"] | null;
            /** Requirements */
            requirements: components["schemas"]["RequirementOut"][];
            /**
             * Documents
             * @description all versions, newest first
             */
            documents: components["schemas"]["DocumentOut"][];
            /** Steps */
            steps: components["schemas"]["KycStepOut"][];
            /** Duplicates */
            duplicates: components["schemas"]["TwinOut"][];
            /**
             * Would Be Valid Until
             * @description if it were verified today
             */
            would_be_valid_until: string | null;
        };
        /**
         * RiskAnswer
         * @description The automatic checks.
         */
        RiskAnswer: {
            /** Checks */
            checks: components["schemas"]["CheckAnswer"][];
        };
        /**
         * RoleAnswer
         * @description A role; ``limits`` says up to which amount of fiat money a permission goes, if it is limited.
         */
        RoleAnswer: {
            /** Role */
            role: string;
            /** Title */
            title: string;
            /** Shipped */
            shipped: boolean;
            /** Version */
            version: number;
            /** Holders */
            holders: number;
            /** Permissions */
            permissions: string[];
            /** Limits */
            limits: {
                [key: string]: string;
            };
        };
        /**
         * RoleBody
         * @description What a role is from now on; ``version`` is that of the role one saw.
         */
        RoleBody: {
            /** Title */
            title: string;
            /** Permissions */
            permissions: components["schemas"]["Held"][];
            /** Version */
            version: number;
        };
        /**
         * RoundRecordOut
         * @description A round with all that GLI-19 2.8.2 asks of its record; amounts are decimal strings.
         *
         *     Attributes:
         *         cycle_id: the round's own id.
         *         session_id: the player's session that it was played in; none if the round is older than that was kept.
         *         sessions: that one; without it, all of the player that were open when it began. Addresses are places.
         *         paytable_hash: SHA-256 of the rules played on, while the catalogue still holds them.
         *         funds_at_start: of the main wallet, before the stake.
         *         wagered_incentive: as much of what was wagered as was no own money.
         *         purchases: for anything else than a wager; our games sell nothing.
         *         fees: our games take none.
         *         steps: the phases in between.
         *         display: what the player saw at the end.
         *         advice: our games give none.
         */
        RoundRecordOut: {
            /**
             * Cycle Id
             * Format: uuid
             */
            cycle_id: string;
            /**
             * Player Id
             * Format: uuid
             */
            player_id: string;
            /** Player */
            player: string;
            /** Session Id */
            session_id: string | null;
            /** Sessions */
            sessions: components["schemas"]["RecordedSessionOut"][];
            /** Started At */
            started_at: string;
            /** Settled At */
            settled_at: string | null;
            /** Status */
            status: string;
            /** Theme */
            theme: string;
            /** Engine */
            engine: string;
            /** Paytable */
            paytable: string;
            /** Paytable Hash */
            paytable_hash: string | null;
            /** Currency */
            currency: string;
            /** Denomination */
            denomination: string;
            /** Funds At Start */
            funds_at_start: string;
            /** Funds At End */
            funds_at_end: string;
            /** Wagered */
            wagered: string;
            /** Wagered Incentive */
            wagered_incentive: string;
            /** Won */
            won: string;
            /** Won Jackpot */
            won_jackpot: string;
            /** Jackpot Contributions */
            jackpot_contributions: string;
            /** Purchases */
            purchases: string;
            /** Fees */
            fees: string;
            /** Is Jackpot Won */
            is_jackpot_won: boolean;
            /** Jackpot Wins */
            jackpot_wins: string[];
            choices: components["schemas"]["JsonValue"];
            /** Steps */
            steps: components["schemas"]["JsonValue"][];
            display: components["schemas"]["JsonValue"];
            /** Advice */
            advice: string | null;
        };
        /**
         * RoundStatus
         * @description Where a round stands.
         * @enum {string}
         */
        RoundStatus: "open" | "settled" | "void";
        /**
         * RuleAnswer
         * @description One rule of the tenant's law.
         *
         *     Attributes:
         *         rule: its name.
         *         value: as the house obeys it; null where nothing is limited.
         *         strictest: what would hold if nobody knew the law.
         *         source: the clause that demands it; empty where the profile does not say.
         *         is_stated: whether the profile states it; otherwise it is the strictest of all profiles.
         */
        RuleAnswer: {
            /** Rule */
            rule: string;
            /** Title */
            title: string;
            /** Explanation */
            explanation: string;
            /** Value */
            value: unknown;
            /** Strictest */
            strictest: unknown;
            /** Source */
            source: string;
            /** Is Stated */
            is_stated: boolean;
        };
        /**
         * RuleKind
         * @description What a rule looks for.
         * @enum {string}
         */
        RuleKind: "structuring" | "velocity" | "pass_through" | "shared_trace" | "amount_over" | "sudden_change";
        /**
         * RuleOut
         * @description A rule in its present version.
         */
        RuleOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["RuleKind"];
            /** Title */
            title: string;
            /** Is On */
            is_on: boolean;
            severity: components["schemas"]["Severity"];
            /**
             * Is Blocking
             * @description Withdrawals wait until its cases are closed.
             */
            is_blocking: boolean;
            /** Parameters */
            parameters: {
                [key: string]: unknown;
            };
            /** Version */
            version: number;
        };
        /**
         * RuleVersionOut
         * @description A rule as it was once.
         */
        RuleVersionOut: {
            /** Version */
            version: number;
            /** Title */
            title: string;
            /** Is On */
            is_on: boolean;
            /** Severity */
            severity: string;
            /** Is Blocking */
            is_blocking: boolean;
            /** Parameters */
            parameters: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
            /** Changed At */
            changed_at: string;
            /** Changed By */
            changed_by: string;
        };
        /**
         * RulesOut
         * @description All rules of the tenant and all kinds there are.
         */
        RulesOut: {
            /** Rules */
            rules: components["schemas"]["RuleOut"][];
            /** Kinds */
            kinds: components["schemas"]["MonitoringKindOut"][];
        };
        /**
         * RunOut
         * @description A screening of all members, and how far it has come.
         */
        RunOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Cause */
            cause: string;
            /** Total */
            total: number;
            /** Done */
            done: number;
            /** Hits */
            hits: number;
            /** Started At */
            started_at: string;
            /** Finished At */
            finished_at: string | null;
        };
        /**
         * RunsAnswer
         * @description What a house runs.
         */
        RunsAnswer: {
            /** Gaming */
            gaming: boolean;
            /** Loyalty */
            loyalty: boolean;
        };
        /**
         * Scheme
         * @description How seeds and nonce become outcomes; stored with every round.
         * @enum {string}
         */
        Scheme: "pf1" | "pf2";
        /**
         * ScopeShape
         * @description The whole tenant, or one restaurant or downline by its id.
         */
        ScopeShape: {
            /**
             * Kind
             * @default tenant
             * @enum {string}
             */
            kind: "tenant" | "restaurant" | "downline" | "platform";
            /** Id */
            id?: string | null;
        };
        /**
         * SealOut
         * @description A sealed span of a journal.
         */
        SealOut: {
            /** Journal */
            journal: string;
            /** Seq */
            seq: number;
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Rows */
            rows: number;
            /** Root */
            root: string;
            /** Seal */
            seal: string;
            /** Created At */
            created_at: string;
        };
        /**
         * SecondFactorAnswer
         * @description The password fits; a second factor is needed.
         */
        SecondFactorAnswer: {
            second_factor: components["schemas"]["ChallengeAnswer"];
        };
        /**
         * SecurityAnswer
         * @description What the caller has set up to prove themselves, and what they could.
         */
        SecurityAnswer: {
            /** Factors */
            factors: components["schemas"]["FactorAnswer"][];
            /** Passkeys */
            passkeys: components["schemas"]["PasskeyAnswer"][];
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Is Mandatory */
            is_mandatory: boolean;
            /** Takes Passkeys */
            takes_passkeys: boolean;
            /** Sends Sms */
            sends_sms: boolean;
        };
        /**
         * SendBody
         * @description Which challenge, and how the code shall travel.
         */
        SendBody: {
            /** Challenge */
            challenge: string;
            /**
             * Method
             * @enum {string}
             */
            method: "email" | "sms";
        };
        /**
         * SentAnswer
         * @description Where the code went, so that only its owner recognises it.
         */
        SentAnswer: {
            /** Sent To */
            sent_to: string;
        };
        /**
         * SessionAnswer
         * @description A live session.
         */
        SessionAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Device */
            device: string;
            /** Address */
            address: string;
            /** Created At */
            created_at: string;
            /** Last Seen At */
            last_seen_at: string;
            /** Current */
            current: boolean;
        };
        /**
         * SettingAnswer
         * @description A category of settings, with the JSON Schema of its value.
         */
        SettingAnswer: {
            /** Category */
            category: string;
            /** Title */
            title: string;
            /** Version */
            version: number;
            /** Value */
            value: {
                [key: string]: unknown;
            };
            /** Value Schema */
            value_schema: {
                [key: string]: unknown;
            };
        };
        /**
         * SettingChange
         * @description New values: the whole category, and the version they were made from.
         */
        SettingChange: {
            /** Version */
            version: number;
            /** Value */
            value: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
        };
        /**
         * SettingVersionAnswer
         * @description An earlier state of a category.
         */
        SettingVersionAnswer: {
            /** Version */
            version: number;
            /** Value */
            value: {
                [key: string]: unknown;
            };
            /** Changed By */
            changed_by: string;
            /** Reason */
            reason: string;
            /** Created At */
            created_at: string;
        };
        /**
         * Severity
         * @description How pressing a case is; it decides the deadline.
         * @enum {string}
         */
        Severity: "low" | "medium" | "high";
        /**
         * SharesOut
         * @description How many members the protections hold, each with its share of all as a decimal string.
         *
         *     Attributes:
         *         limited: with a limit in force.
         *         paused: in a time-out now.
         *         excluded: kept out by themselves or by somebody who may.
         *         contacted: spoken with about markers of harm in so many last ``days``.
         */
        SharesOut: {
            /** Members */
            members: number;
            /** Limited */
            limited: number;
            /** Limited Share */
            limited_share: string;
            /** Paused */
            paused: number;
            /** Paused Share */
            paused_share: string;
            /** Excluded */
            excluded: number;
            /** Excluded Share */
            excluded_share: string;
            /** Contacted */
            contacted: number;
            /** Contacted Share */
            contacted_share: string;
            /** Days */
            days: number;
        };
        /**
         * SignOutBody
         * @description Why, if there is more to say than the act itself.
         */
        SignOutBody: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * SignedOutAnswer
         * @description How many sessions ended.
         */
        SignedOutAnswer: {
            /** Sessions Ended */
            sessions_ended: number;
        };
        /**
         * SignificantEventOut
         * @description A significant event.
         *
         *     Attributes:
         *         at: when it happened.
         *         recorded_at: when the register took it in.
         *         letter: of the kind in GLI-19 2.8.8.
         */
        SignificantEventOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** At */
            at: string;
            /** Recorded At */
            recorded_at: string;
            /** Recorded By */
            recorded_by: string;
            /** Kind */
            kind: string;
            /** Letter */
            letter: string;
            /** Title */
            title: string;
            /** Summary */
            summary: string;
            /** Member Id */
            member_id: string | null;
            /** Subject */
            subject: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * SnoozeBody
         * @description Until when the case is put aside, and why.
         */
        SnoozeBody: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Reason */
            reason: string;
        };
        /**
         * StaffAnswer
         * @description A member of staff.
         */
        StaffAnswer: {
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** Roles */
            roles: string[];
            /** Grants */
            grants: components["schemas"]["GrantAnswer"][];
            /** Overrides */
            overrides: components["schemas"]["OverrideAnswer"][];
        };
        /**
         * StaffCaseAnswer
         * @description A complaint with everything that was said, notes included.
         */
        StaffCaseAnswer: {
            complaint: components["schemas"]["StaffComplaintAnswer"];
            /** Entries */
            entries: components["schemas"]["EntryAnswer"][];
        };
        /**
         * StaffComplaintAnswer
         * @description A complaint as staff see it.
         */
        StaffComplaintAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            category: components["schemas"]["Category"];
            /** Subject */
            subject: string;
            reference: components["schemas"]["ReferenceAnswer"] | null;
            status: components["schemas"]["ComplaintStatus"];
            outcome: components["schemas"]["ComplaintOutcome"] | null;
            /** Created At */
            created_at: string;
            /** Answer By */
            answer_by: string;
            /** Due At */
            due_at: string | null;
            /** Is Overdue */
            is_overdue: boolean;
            /** Answered At */
            answered_at: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Updated At */
            updated_at: string;
            member: components["schemas"]["ComplainantAnswer"];
            /** Owner Id */
            owner_id: string | null;
            /** Owner */
            owner: string;
            /** Acknowledge By */
            acknowledge_by: string;
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Escalated At */
            escalated_at: string | null;
            /** Keep Until */
            keep_until: string;
        };
        /**
         * StaffDepositAnswer
         * @description A deposit as staff see it.
         */
        StaffDepositAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            member: components["schemas"]["MemberFacts"];
            /** Status */
            status: string;
            /** Amount */
            amount: string;
            /** Currency */
            currency: string;
            /** Method */
            method: string;
            /** Reference */
            reference: string;
            /** Gateway Reference */
            gateway_reference: string;
            /** Reason */
            reason: string;
            /** Attention */
            attention: string;
            /** Created At */
            created_at: string;
            /** Updated At */
            updated_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Redirect Url */
            redirect_url: string | null;
            /** Instructions */
            instructions: {
                [key: string]: string;
            } | null;
            /** Steps */
            steps: components["schemas"]["StaffStepAnswer"][];
        };
        /**
         * StaffGameOut
         * @description A game of the catalogue with its certificates.
         */
        StaffGameOut: {
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Engine */
            engine: string;
            /** Category */
            category: string;
            /** Is Open */
            is_open: boolean;
            /** Rtp */
            rtp: string;
            /** Hit Rate */
            hit_rate: string;
            /** Max Multiplier */
            max_multiplier: string;
            /** Config Version */
            config_version: number;
            /** Config Hash */
            config_hash: string;
            /** Limits */
            limits: components["schemas"]["StakeLimitsOut"][];
            /** Certificates */
            certificates: components["schemas"]["CertificateOut"][];
        };
        /**
         * StaffRoundOut
         * @description A round as the member sees it, and whose it is.
         */
        StaffRoundOut: {
            /** Id */
            id: string;
            /** Game */
            game: string;
            /** Currency */
            currency: string;
            /** Stake */
            stake: string;
            /** Payout */
            payout: string;
            /** Multiplier */
            multiplier: string;
            choices: components["schemas"]["JsonValue"];
            outcome: components["schemas"]["JsonValue"];
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "settled" | "void";
            fairness: components["schemas"]["FairnessIn"];
            /** Steps */
            steps: components["schemas"]["StepOut"][];
            /** Actions */
            actions: string[];
            /** Jackpot Wins */
            jackpot_wins: components["schemas"]["JackpotWinOut"][];
            /** Created At */
            created_at: string;
            /** Settled At */
            settled_at: string | null;
            member: components["schemas"]["PlayerOut"];
        };
        /**
         * StaffSessionAnswer
         * @description A session of a member of staff that has not ended.
         */
        StaffSessionAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Device */
            device: string;
            /** Address */
            address: string;
            /** Created At */
            created_at: string;
            /** Last Seen At */
            last_seen_at: string;
        };
        /**
         * StaffStepAnswer
         * @description A step or a remark, with who made it.
         */
        StaffStepAnswer: {
            /** Status */
            status: string;
            /** At */
            at: string;
            /** Actor */
            actor: string;
            /** Reason */
            reason: string;
        };
        /**
         * StaffWithdrawalAnswer
         * @description A withdrawal as staff see it.
         */
        StaffWithdrawalAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            member: components["schemas"]["MemberFacts"];
            /** Status */
            status: string;
            /** Amount */
            amount: string;
            /** Currency */
            currency: string;
            /** Method */
            method: string;
            /** Reference */
            reference: string;
            /** Gateway Reference */
            gateway_reference: string;
            /** Destination Masked */
            destination_masked: string;
            /** Reason */
            reason: string;
            /** Attention */
            attention: string;
            /** Requested At */
            requested_at: string;
            /** Created At */
            created_at: string;
            /** Updated At */
            updated_at: string;
            risk: components["schemas"]["RiskAnswer"];
            /** Steps */
            steps: components["schemas"]["StaffStepAnswer"][];
        };
        /**
         * StakeLimitsOut
         * @description What may be staked and won in one currency.
         */
        StakeLimitsOut: {
            /** Currency */
            currency: string;
            /** Min Stake */
            min_stake: string;
            /** Max Stake */
            max_stake: string;
            /** Max Payout */
            max_payout: string;
        };
        /**
         * Standing
         * @description Whether the operator lets a member take part.
         * @enum {string}
         */
        Standing: "pending" | "active" | "limited" | "suspended" | "inactive" | "closed";
        /**
         * StandingBody
         * @description The standing a member shall have, and why.
         */
        StandingBody: {
            standing: components["schemas"]["Standing"];
            /** Reason */
            reason: string;
        };
        /**
         * StandingChangeOut
         * @description A change of a member's state; ``until`` is when it ends by itself, if it does.
         */
        StandingChangeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** At */
            at: string;
            /** Before */
            before: string;
            /** After */
            after: string;
            /** Until */
            until: string | null;
            /** Reason */
            reason: string;
            /**
             * Actor Kind
             * @description `member`, `staff`, `machine` or `system`
             */
            actor_kind: string;
            /** Actor Name */
            actor_name: string;
        };
        /**
         * StandingOut
         * @description How a member stands: what the operator says, and what it comes to with protections laid over it.
         */
        StandingOut: {
            /** Standing */
            standing: string;
            /** State */
            state: string;
        };
        /**
         * StepAnswer
         * @description A step on the path to the answer.
         */
        StepAnswer: {
            kind: components["schemas"]["StepKind"];
            /** Source */
            source: string;
            /** Title */
            title: string;
            scope: components["schemas"]["ScopeShape"];
            /** Max Amount */
            max_amount: string | null;
            /** Expires At */
            expires_at: string | null;
        };
        /**
         * StepKind
         * @description What a step on the path to a decision is.
         * @enum {string}
         */
        StepKind: "role" | "override_allows" | "override_denies" | "out_of_scope" | "over_limit" | "expired" | "missing";
        /**
         * StepOut
         * @description A step of a round.
         */
        StepOut: {
            /** Action */
            action: string;
            choices: components["schemas"]["JsonValue"];
            outcome: components["schemas"]["JsonValue"];
            /** At */
            at: string;
        };
        /**
         * SteppedUpAnswer
         * @description Until when dangerous acts are let through.
         */
        SteppedUpAnswer: {
            /** Stepped Up Until */
            stepped_up_until: string;
        };
        /**
         * SubjectKind
         * @description Whom a case is about.
         * @enum {string}
         */
        SubjectKind: "player" | "operator" | "provider";
        /**
         * SubjectOut
         * @description The side of the member, as it was then.
         */
        SubjectOut: {
            /** Name */
            name: string;
            /** Birth Date */
            birth_date: string | null;
            /** Country */
            country: string;
        };
        /**
         * SubmitBody
         * @description What the documents are compared with.
         */
        SubmitBody: {
            /** Full Name */
            full_name: string;
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Country
             * @default
             */
            country: string;
        };
        /**
         * TenantDetail
         * @description A tenant with its figures, what is left in it, and what happened to it, newest first.
         */
        TenantDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Slug */
            slug: string;
            /** Name */
            name: string;
            status: components["schemas"]["TenantStatus"];
            /** Jurisdiction */
            jurisdiction: string;
            /** Gaming */
            gaming: boolean;
            /** Loyalty */
            loyalty: boolean;
            /** Currencies */
            currencies: string[];
            /** Languages */
            languages: string[];
            /** Support Email */
            support_email: string;
            /** Members */
            members: number;
            /** Staff */
            staff: number;
            /** Open Rounds */
            open_rounds: number;
            /** Open Payments */
            open_payments: number;
            /** Owed */
            owed: components["schemas"]["OwedAnswer"][];
            closing: components["schemas"]["ClosingAnswer"] | null;
            /** History */
            history: components["schemas"]["HouseStepAnswer"][];
        };
        /**
         * TenantLine
         * @description A tenant in the list.
         */
        TenantLine: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Slug */
            slug: string;
            /** Name */
            name: string;
            status: components["schemas"]["TenantStatus"];
            /** Jurisdiction */
            jurisdiction: string;
            /** Gaming */
            gaming: boolean;
            /** Loyalty */
            loyalty: boolean;
            /** Currencies */
            currencies: string[];
            /** Languages */
            languages: string[];
            /** Support Email */
            support_email: string;
        };
        /**
         * TenantStatus
         * @description Whether a tenant serves anybody.
         * @enum {string}
         */
        TenantStatus: "active" | "suspended" | "closed";
        /**
         * Term
         * @description How long a self-exclusion lasts: ISO 8601 durations, or for good.
         * @enum {string}
         */
        Term: "P6M" | "P1Y" | "P2Y" | "P5Y" | "forever";
        /**
         * TextBody
         * @description Words.
         */
        TextBody: {
            /** Text */
            text: string;
        };
        /**
         * ThirdParty
         * @description Who may ask that somebody else be kept out.
         * @enum {string}
         */
        ThirdParty: "court" | "authority" | "family" | "other";
        /**
         * TokensAnswer
         * @description An access token; the refresh token travels in the cookie.
         */
        TokensAnswer: {
            /** Access Token */
            access_token: string;
            /** Token Type */
            token_type: string;
            /** Expires In */
            expires_in: number;
        };
        /**
         * TopGameOut
         * @description A game today; ``rtp`` is what it paid back so far, in percent.
         */
        TopGameOut: {
            /** Game */
            game: string;
            /** Title */
            title: string;
            /** Bets */
            bets: number;
            /** Wagered */
            wagered: string;
            /** Ggr */
            ggr: string;
            /** Rtp */
            rtp: string;
        };
        /**
         * TransactionOut
         * @description A movement on one of the member's accounts; the amount is signed.
         */
        TransactionOut: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Account */
            account: string;
            /** Amount */
            amount: string;
            /** Currency */
            currency: string;
            /** Balance After */
            balance_after: string;
            /**
             * Status
             * @default posted
             * @constant
             */
            status: "posted";
            /** Reference */
            reference: string;
            /** Created At */
            created_at: string;
        };
        /**
         * TrialOut
         * @description How a test call went: `answered`, `register_key_refused` or `register_unavailable`.
         */
        TrialOut: {
            /** Outcome */
            outcome: string;
            /** Detail */
            detail: string;
            /** Milliseconds */
            milliseconds: number;
        };
        /**
         * TriedOut
         * @description Who on the lists in force could be the person.
         */
        TriedOut: {
            /** Candidates */
            candidates: number;
            /** Hits */
            hits: components["schemas"]["HitOut"][];
        };
        /**
         * TryBody
         * @description A name to look for.
         */
        TryBody: {
            /** Name */
            name: string;
            /** Birth Date */
            birth_date?: string | null;
            /**
             * Country
             * @default
             */
            country: string;
        };
        /**
         * TwinOut
         * @description Another case of this house that speaks of the same person.
         */
        TwinOut: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Member Id */
            member_id: string | null;
            /** Name */
            name: string;
            status: components["schemas"]["KycStatus"];
            /**
             * By
             * @description `person`: name and birth date; `document`: a document's number
             */
            by: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
            /** Input */
            input?: unknown;
            /** Context */
            ctx?: Record<string, never>;
        };
        /**
         * Verdict
         * @description Whether a hit is the member.
         * @enum {string}
         */
        Verdict: "open" | "false" | "true";
        /**
         * VisitAnswer
         * @description A visit of support to the member's account.
         */
        VisitAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Staff */
            staff: string;
            /** Reason */
            reason: string;
            /** Read Only */
            read_only: boolean;
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
            /** Ended At */
            ended_at: string | null;
        };
        /**
         * WalletKind
         * @description The accounts a member sees.
         * @enum {string}
         */
        WalletKind: "main" | "bonus" | "locked" | "referral" | "points" | "promo_points";
        /**
         * WalletOut
         * @description All accounts, those never used included.
         */
        WalletOut: {
            /** Accounts */
            accounts: components["schemas"]["AccountOut"][];
        };
        /**
         * WatchlistVersionOut
         * @description One loading of a list, and how it differs from the version that was in force.
         */
        WatchlistVersionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Watchlist Id
             * Format: uuid
             */
            watchlist_id: string;
            /** Code */
            code: string;
            /** Title */
            title: string;
            /**
             * Is Platform
             * @description The platform's: it binds every tenant, and none changes it.
             */
            is_platform: boolean;
            /** Number */
            number: number;
            format: components["schemas"]["Format"];
            /** File Name */
            file_name: string;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /**
             * Status
             * @description `waiting`, `loading`, `ready`, `active`, `retired` or `failed`
             */
            status: string;
            /** Bytes Done */
            bytes_done: number;
            /** Entries */
            entries: number;
            /** People */
            people: number;
            /** Added */
            added: number;
            /** Changed */
            changed: number;
            /** Removed */
            removed: number;
            /** Faults */
            faults: number;
            /** Fault Lines */
            fault_lines: components["schemas"]["FaultOut"][];
            /** Created By */
            created_by: string;
            /** Created At */
            created_at: string;
            /** Loaded At */
            loaded_at: string | null;
            /** Activated By */
            activated_by: string;
            /** Activated At */
            activated_at: string | null;
        };
        /**
         * WatchlistsOut
         * @description All lists that bind the tenant, and the latest screenings of all members.
         */
        WatchlistsOut: {
            /** Versions */
            versions: components["schemas"]["WatchlistVersionOut"][];
            /** Runs */
            runs: components["schemas"]["RunOut"][];
        };
        /**
         * WayOut
         * @description The exact figures of one way of betting: as percentages, and as fractions to the last digit.
         */
        WayOut: {
            /** Way */
            way: string;
            /** Rtp */
            rtp: string;
            /** Rtp Exact */
            rtp_exact: string;
            /** Hit Rate */
            hit_rate: string | null;
        };
        /**
         * WhyAnswer
         * @description Whether a person may, and what leads to it.
         *
         *     ``steps`` name what gives the permission, or what stands in the way; ``roles`` those that would give it.
         */
        WhyAnswer: {
            /** Permission */
            permission: string;
            /** Description */
            description: string;
            /** Allowed */
            allowed: boolean;
            /** Steps */
            steps: components["schemas"]["StepAnswer"][];
            /** Roles */
            roles: string[];
        };
        /**
         * WouldRaiseOut
         * @description An observation that the rule would have raised.
         */
        WouldRaiseOut: {
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Username */
            username: string;
            /** At */
            at: string;
            /** Reason */
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    login_auth_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"] | components["schemas"]["SecondFactorAnswer"];
                };
            };
            /** @description `invalid_credentials` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `address_not_allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    continue_session_auth_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description `session_ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross_site_request` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout_auth_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `cross_site_request` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_invitation_auth_invitation_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invitation_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `common_password` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeAnswer"];
                };
            };
            /** @description `not_staff` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_permissions_permissions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_PermissionAnswer_"];
                };
            };
        };
    };
    list_roles_roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_RoleAnswer_"];
                };
            };
        };
    };
    create_role_roles_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoleBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAnswer"];
                };
            };
            /** @description `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_permission`, `no_such_limit`, `invalid_amount` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_role_roles__role__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAnswer"];
                };
            };
            /** @description `own_roles`, `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_shipped`, `role_changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_permission`, `no_such_limit`, `invalid_amount` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_role_roles__role__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_shipped`, `role_held` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    why_access_why_get: {
        parameters: {
            query: {
                permission: string;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyAnswer"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_staff_staff_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffAnswer_"];
                };
            };
        };
    };
    list_staff_sessions_staff__user_id__sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffSessionAnswer_"];
                };
            };
            /** @description `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_staff_out_staff__user_id__sign_out_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOutAnswer"];
                };
            };
            /** @description `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    grant_role_staff__user_id__roles_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `own_roles`, `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_not_found`, `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_scope`, `ends_in_the_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_role_staff__user_id__roles__role__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `own_roles`, `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_not_found`, `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revoke_grant_staff__user_id__grants__grant_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `own_roles`, `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `grant_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_override_staff__user_id__overrides_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideAnswer"];
                };
            };
            /** @description `own_roles`, `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_permission`, `no_such_limit`, `invalid_amount`, `invalid_scope`, `ends_in_the_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lift_override_staff__user_id__overrides__override_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                override_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `own_roles`, `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `override_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_staff_staff__user_id__remove_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `own_roles`, `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_invitations_invitations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_InvitationAnswer_"];
                };
            };
        };
    };
    invite_invitations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationAnswer"];
                };
            };
            /** @description `beyond_own_permissions` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_scope`, `ends_in_the_past` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_invitation_invitations__invitation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invitation_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    impersonate_members__member_id__impersonate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpersonateBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpersonationAnswer"];
                };
            };
            /** @description `not_yourself`, `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_impersonating` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_impersonation_impersonations__impersonation_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                impersonation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `impersonation_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_impersonations_members__member_id__impersonations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_VisitAnswer_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reset_member_members__member_id__reset_factors_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorResetBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reset_staff_staff__user_id__reset_factors_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorResetBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_approvals_approvals_get: {
        parameters: {
            query?: {
                status?: components["schemas"]["ApprovalStatus"] | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_ApprovalOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_approvals__approval_id__approve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveRequestBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `own_request`, `over_own_limit`, `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_decided`, `approval_expired`, `content_changed`, `object_changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reject_approvals__approval_id__reject_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectRequestBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `own_request`, `over_own_limit`, `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_decided`, `approval_expired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_approvals__approval_id__withdraw_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `not_your_request` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_decided`, `approval_expired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_audit_audit_get: {
        parameters: {
            query?: {
                /** @description An id, or a name in full. */
                actor?: string | null;
                /** @description An act, or its area: `member` finds all of its acts. */
                action?: string | null;
                /** @description `kind` or `kind:id`. */
                resource?: string | null;
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_AuditOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_audit_audit_export_get: {
        parameters: {
            query?: {
                /** @description An id, or a name in full. */
                actor?: string | null;
                /** @description An act, or its area: `member` finds all of its acts. */
                action?: string | null;
                /** @description `kind` or `kind:id`. */
                resource?: string | null;
                from?: string | null;
                to?: string | null;
                format?: "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All entries that fit, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    finish_sign_in_auth_second_factor_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description `challenge_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code`, `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_passkey_auth_passkey_options_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeAnswer"];
                };
            };
            /** @description `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_with_passkey_auth_passkey_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description `invalid_credentials` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_code_auth_second_factor_send_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentAnswer"];
                };
            };
            /** @description `challenge_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_step_up_auth_step_up_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeAnswer"];
                };
            };
            /** @description `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_step_up_auth_step_up_answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SteppedUpAnswer"];
                };
            };
            /** @description `challenge_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code`, `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_security_security_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityAnswer"];
                };
            };
        };
    };
    begin_totp_security_totp_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_totp_security_totp_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorCodeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_email_security_email_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_factor_security_factors__kind__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "totp" | "sms" | "email";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_factor` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    renew_recovery_codes_security_recovery_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_other_sessions_security_end_other_sessions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedAnswer"];
                };
            };
        };
    };
    begin_sms_security_sms_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_phone`, `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_sms_security_sms_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCodeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_passkey_security_passkeys_options_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `method_unavailable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_passkey_security_passkeys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskeyBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedAnswer"];
                };
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_passkey_security_passkeys__passkey_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `factor_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_factor` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rename_passkey_security_passkeys__passkey_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `factor_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    suspend_members__member_id__suspend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_standing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reinstate_members__member_id__reinstate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_standing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_out_members__member_id__sign_out_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SignOutBody"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOutAnswer"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_session_members__member_id__sessions__session_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SignOutBody"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `member_not_found`, `session_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_bot_telegram_bot_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotAnswer"];
                };
            };
            /** @description `telegram_not_set_up` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_bot_telegram_bot_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BotBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotAnswer"];
                };
            };
            /** @description `invalid_bot_token` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_bot_telegram_bot_remove_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveBotBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `telegram_not_set_up` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_sessions_me_sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_SessionAnswer_"];
                };
            };
        };
    };
    end_other_sessions_me_sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    end_session_me_sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `session_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    forgot_auth_password_forgot_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSentAnswer"];
                };
            };
            /** @description `invalid_email` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_auth_password_reset_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgottenPasswordBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_email`, `invalid_code`, `common_password` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password_me_password_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `wrong_password` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_needed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `common_password` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_houses_me_houses_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_HouseAnswer_"];
                };
            };
        };
    };
    make_pass_me_houses_pass_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassAnswer"];
                };
            };
            /** @description `house_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_in_auth_pass_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"] | components["schemas"]["SecondFactorAnswer"];
                };
            };
            /** @description `pass_over` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_settings_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_SettingAnswer_"];
                };
            };
        };
    };
    get_jurisdiction_settings_jurisdiction_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JurisdictionAnswer"];
                };
            };
        };
    };
    get_setting_settings__category__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingAnswer"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_setting_settings__category__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingAnswer"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `setting_changed_meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`, `colour_refused`, `logo_refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_history_settings__category__history_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_SettingVersionAnswer_"];
                };
            };
            /** @description `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_hosts_hosts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_HostAnswer_"];
                };
            };
        };
    };
    claim_host_hosts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HostBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostAnswer"];
                };
            };
            /** @description `host_taken`, `too_many_hosts` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_host_hosts__host__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostAnswer"];
                };
            };
            /** @description `host_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description `dns_silent` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate_host_hosts__host__activate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostAnswer"];
                };
            };
            /** @description `host_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_host_hosts__host__remove_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveHostBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `host_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    try_colour_branding_colour_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColourBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColourAnswer"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    upload_logo_branding_logo_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogoAnswer"];
                };
            };
            /** @description `logo_refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wallet_members__member_id__wallet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    transactions_members__member_id__transactions_get: {
        parameters: {
            query?: {
                /** @description deposit, bet, win … */
                kind?: string | null;
                account?: components["schemas"]["WalletKind"] | null;
                currency?: string | null;
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_TransactionOut_"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_ledger_check_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckOut"];
                };
            };
        };
    };
    seals_ledger_seals_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_SealOut_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    member_limits_members__member_id__limits_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_LimitOut_"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    member_exclusion_members__member_id__exclusion_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    exclude_for_members__member_id__exclusion_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExcludeForBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionOut"];
                };
            };
            /** @description `own_account` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_excluded` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    adjust_adjustments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentOut"];
                };
            };
            /** @description It waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `insufficient_funds` */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_account`, `over_own_limit`, `step_up_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`, `request_in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_missing`, `invalid_amount`, `unknown_currency` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_cases_aml_cases_get: {
        parameters: {
            query?: {
                status?: components["schemas"]["CaseStatus"] | null;
                /** @description All but the closed ones, or only those. */
                is_open?: boolean | null;
                kind?: components["schemas"]["CaseKind"] | null;
                severity?: components["schemas"]["Severity"] | null;
                member_id?: string | null;
                /** @description Only those given to the caller. */
                mine?: boolean;
                /** @description Only those whose deadline has passed. */
                overdue?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_CaseRowOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_case_aml_cases_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCaseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_case_aml_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    assign_case_aml_cases__case_id__assign_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_not_found`, `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    escalate_case_aml_cases__case_id__escalate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    note_on_case_aml_cases__case_id__notes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    attach_to_case_aml_cases__case_id__evidence_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    judge_hit_aml_cases__case_id__evidence__evidence_id__judge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                evidence_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_case_aml_cases__case_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAmlCaseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_closed`, `wrong_finding` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    member_aml_members__member_id__aml_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAmlOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    screen_member_members__member_id__screen_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAmlOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    freeze_member_members__member_id__freeze_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_frozen` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    release_member_members__member_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_frozen` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_watchlists_watchlists_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchlistsOut"];
                };
            };
        };
    };
    load_watchlist_watchlists_post: {
        parameters: {
            query: {
                /** @description Of the list; a new one makes a list. */
                code: string;
                title: string;
                format: components["schemas"]["Format"];
                /** @description As the file was called; nothing is stored under it. */
                file_name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchlistVersionOut"];
                };
            };
            /** @description `object_too_large` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_name_watchlists_try_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_watchlist_watchlists__version_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchlistVersionOut"];
                };
            };
            /** @description `watchlist_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_entries_watchlists__version_id__entries_get: {
        parameters: {
            query?: {
                /** @description The place of the last entry seen. */
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_EntryOut_"];
                };
            };
            /** @description `watchlist_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    activate_watchlist_watchlists__version_id__activate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchlistVersionOut"];
                };
            };
            /** @description `watchlist_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `watchlist_not_ready` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_rules_monitoring_rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOut"];
                };
            };
        };
    };
    add_rule_monitoring_rules_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRuleBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description `invalid_parameters` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dry_run_monitoring_rules_dry_run_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunOut"];
                };
            };
            /** @description `invalid_parameters` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_rule_monitoring_rules__rule_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRuleBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description `rule_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `rule_changed_meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_parameters` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_versions_monitoring_rules__rule_id__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_RuleVersionOut_"];
                };
            };
            /** @description `rule_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_for_erasure_members__member_id__erasure_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `own_account` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_closed`, `already_erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_cases_kyc_cases_get: {
        parameters: {
            query?: {
                status?: components["schemas"]["KycStatus"][] | null;
                subject?: components["schemas"]["SubjectKind"] | null;
                /** @description only those the caller looks at */
                mine?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_KycCaseOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_case_kyc_cases_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KycCaseOut"];
                };
            };
            /** @description `wrong_kyc_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_case_kyc_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewOut"];
                };
            };
            /** @description `kyc_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_of_member_members__member_id__kyc_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_KycCaseOut_"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_kyc_cases__case_id__take_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KycCaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `kyc_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `taken_by_another`, `wrong_kyc_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    release_kyc_cases__case_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KycCaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `kyc_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `taken_by_another`, `wrong_kyc_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_kyc_cases__case_id__approve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveKycBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KycCaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `kyc_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `taken_by_another`, `wrong_kyc_state`, `documents_missing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `document_date_passed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_kyc_cases__case_id__reject_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectKycBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KycCaseOut"];
                };
            };
            /** @description `own_case` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `kyc_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `taken_by_another`, `wrong_kyc_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `reason_missing` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    view_kyc_cases__case_id__documents__document_id__link_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOut"];
                };
            };
            /** @description `kyc_document_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    announce_kyc_cases__case_id__documents_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedOut"];
                };
            };
            /** @description `kyc_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_kyc_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_requirement`, `document_detail_missing`, `document_date_passed`, `file_refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_uploads` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_kyc_cases__case_id__documents__document_id__complete_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description `kyc_document_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `upload_missing`, `wrong_kyc_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_refused`, `file_infected` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_kyc_cases__case_id__submit_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KycCaseOut"];
                };
            };
            /** @description `kyc_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_kyc_state`, `documents_missing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `document_date_passed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_standing_members__member_id__standing_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_standing_members__member_id__standing_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_standing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_standings_members__member_id__standings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StandingChangeOut_"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_protection_history_members__member_id__protection_history_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_ProtectionChangeOut_"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_limit_of_members__member_id__limits__kind___period__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
                kind: components["schemas"]["LimitKind"];
                period: components["schemas"]["Period"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitOfHouseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitOut"];
                };
            };
            /** @description Loosening it waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `own_account` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_limit`, `invalid_amount`, `unknown_currency` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_return_members__member_id__exclusion_return_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
            /** @description `own_account` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_excluded`, `exclusion_in_force` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_registers_registers_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterStateOut"];
                };
            };
        };
    };
    connect_register_registers__register__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                register: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterStateOut"];
                };
            };
            /** @description `unknown_register` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `register_address_refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_register_registers_test_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
            /** @description `register_not_connected` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnect_register_registers_remove_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisconnectBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `register_not_connected` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_register_of_members__member_id__register_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRegisterOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_requests_exclusion_requests_get: {
        parameters: {
            query?: {
                status?: components["schemas"]["RequestStatus"] | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_ExclusionRequestOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exclude_exclusion_requests__request_id__exclude_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExcludeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionRequestOut"];
                };
            };
            /** @description `own_account` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `exclusion_request_not_found`, `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_decided`, `already_excluded` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_exclusion_requests__request_id__decline_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionRequestOut"];
                };
            };
            /** @description `exclusion_request_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_decided` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_harm_cases_harm_cases_get: {
        parameters: {
            query?: {
                status?: components["schemas"]["HarmStatus"] | null;
                band?: components["schemas"]["Band"] | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_HarmCaseOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_harm_case_harm_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HarmCaseDetail"];
                };
            };
            /** @description `harm_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_harm_case_harm_cases__case_id__take_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HarmCaseDetail"];
                };
            };
            /** @description `harm_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `harm_case_closed`, `harm_case_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    record_harm_contact_harm_cases__case_id__contacts_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HarmCaseDetail"];
                };
            };
            /** @description `harm_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `harm_case_closed`, `harm_case_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    snooze_harm_case_harm_cases__case_id__snooze_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HarmCaseDetail"];
                };
            };
            /** @description `harm_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `harm_case_closed`, `harm_case_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_moment` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_harm_case_harm_cases__case_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseHarmCaseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HarmCaseDetail"];
                };
            };
            /** @description `harm_case_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `harm_case_closed`, `harm_case_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    member_harm_members__member_id__harm_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberHarmOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_shares_protection_shares_get: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_significant_events_significant_events_get: {
        parameters: {
            query?: {
                kind?: components["schemas"]["EventKind"] | null;
                member_id?: string | null;
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_SignificantEventOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_significant_event_significant_events_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignificantEventOut"];
                };
            };
            /** @description `not_entered_by_hand`, `invalid_moment` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_event_kinds_significant_events_kinds_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_EventKindOut_"];
                };
            };
        };
    };
    export_significant_events_significant_events_export_get: {
        parameters: {
            query?: {
                kind?: components["schemas"]["EventKind"] | null;
                member_id?: string | null;
                from?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rounds_rounds_get: {
        parameters: {
            query?: {
                member_id?: string | null;
                game?: string | null;
                status?: components["schemas"]["RoundStatus"] | null;
                currency?: string | null;
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffRoundOut_"];
                };
            };
            /** @description `game_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    member_rounds_members__member_id__rounds_get: {
        parameters: {
            query?: {
                game?: string | null;
                status?: components["schemas"]["RoundStatus"] | null;
                currency?: string | null;
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffRoundOut_"];
                };
            };
            /** @description `game_not_found`, `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    round__rounds__round_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecalledRoundOut"];
                };
            };
            /** @description `round_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    games_games_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffGameOut_"];
                };
            };
        };
    };
    show_record_rounds__round_id__record_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundRecordOut"];
                };
            };
            /** @description `round_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_records_members__member_id__rounds_export_get: {
        parameters: {
            query?: {
                format?: "csv" | "json";
                from?: string | null;
                to?: string | null;
            };
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records as a file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                    "application/json": unknown;
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jackpots_jackpots_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_PoolOut_"];
                };
            };
        };
    };
    list_withdrawals_withdrawals_get: {
        parameters: {
            query?: {
                /** @description One or more states; repeat the parameter. */
                status?: components["schemas"]["PaymentStatus"][] | null;
                member_id?: string | null;
                /** @description Only those that need a person. */
                attention?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffWithdrawalAnswer_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_withdrawal_withdrawals__withdrawal_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWithdrawalAnswer"];
                };
            };
            /** @description `payment_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_withdrawal_withdrawals__withdrawal_id__approve_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters */
                "idempotency-key"?: string | null;
            };
            path: {
                withdrawal_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApproveRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWithdrawalAnswer"];
                };
            };
            /** @description `own_payment`, `over_own_limit` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `stopped_by_case`, `wrong_state`, `idempotency_conflict`, `request_in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_missing` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_withdrawal_withdrawals__withdrawal_id__reject_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters */
                "idempotency-key"?: string | null;
            };
            path: {
                withdrawal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWithdrawalAnswer"];
                };
            };
            /** @description `own_payment` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`, `idempotency_conflict`, `request_in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_missing` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deposits_deposits_get: {
        parameters: {
            query?: {
                /** @description One or more states; repeat the parameter. */
                status?: components["schemas"]["PaymentStatus"][] | null;
                member_id?: string | null;
                /** @description Only those that need a person. */
                attention?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffDepositAnswer_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_deposit_deposits__deposit_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deposit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDepositAnswer"];
                };
            };
            /** @description `payment_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_notices_payment_notices_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_NoticeAnswer_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deposits_of_member_members__member_id__deposits_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffDepositAnswer_"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_withdrawals_of_member_members__member_id__withdrawals_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffWithdrawalAnswer_"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_complaints_complaints_get: {
        parameters: {
            query?: {
                status?: components["schemas"]["ComplaintStatus"] | null;
                category?: components["schemas"]["Category"] | null;
                member_id?: string | null;
                /** @description Only those the caller has taken. */
                mine?: boolean;
                /** @description Only those that wait longer than they may. */
                overdue?: boolean | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_StaffComplaintAnswer_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_complaint_complaints__complaint_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseAnswer"];
                };
            };
            /** @description `complaint_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_complaints__complaint_id__take_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseAnswer"];
                };
            };
            /** @description `complaint_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `complaint_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_note_complaints__complaint_id__notes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseAnswer"];
                };
            };
            /** @description `complaint_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    give_answer_complaints__complaint_id__answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseAnswer"];
                };
            };
            /** @description `complaint_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `complaint_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_complaints__complaint_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseComplaintBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseAnswer"];
                };
            };
            /** @description `complaint_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `complaint_closed`, `wrong_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_complaints__complaint_id__export_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description `complaint_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_dashboard_dashboard_get: {
        parameters: {
            query?: {
                currency?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardOut"];
                };
            };
            /** @description `unknown_currency` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_members_members_get: {
        parameters: {
            query?: {
                query?: string | null;
                standing?: components["schemas"]["Standing"] | null;
                country?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_MemberRowOut_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_member_members__member_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberFileOut"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_packs_evidence_get: {
        parameters: {
            query?: {
                member_id?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_PackAnswer_"];
                };
            };
            /** @description `invalid_cursor` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_pack_evidence_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackAnswer"];
                };
            };
            /** @description `member_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_pack_evidence__pack_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackAnswer"];
                };
            };
            /** @description `pack_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    download_pack_evidence__pack_id__download_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAnswer"];
                };
            };
            /** @description `pack_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `pack_not_ready` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_tenants_tenants_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAnswer_TenantLine_"];
                };
            };
        };
    };
    open_tenant_tenants_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTenantBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `slug_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_tenant_tenants__tenant_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `tenant_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    suspend_tenants__tenant_id__suspend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `tenant_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reinstate_tenants__tenant_id__reinstate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `tenant_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    switch_features_tenants__tenant_id__features_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeaturesBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `tenant_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    request_closing_tenants__tenant_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseTenantBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `tenant_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_status`, `house_not_ready`, `closing_asked` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_closing_tenants__tenant_id__closing__approval_id__approve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `tenant_not_found`, `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_status`, `house_not_ready` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reject_closing_tenants__tenant_id__closing__approval_id__reject_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: string;
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDetail"];
                };
            };
            /** @description `tenant_not_found`, `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_invitation_invitations_accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedAnswer"];
                };
            };
            /** @description `invitation_over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
}
