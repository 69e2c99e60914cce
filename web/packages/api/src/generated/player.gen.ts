// Made by `npm run gen`; do not edit.
export interface paths {
    "/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tenant
         * @description The tenant that answers here.
         */
        get: operations["tenant_tenant_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/house": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * House
         * @description What the law of the house demands of its pages: speed of play, autoplay, ages, checks.
         */
        get: operations["house_house_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenant/logo/{logo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tenant Logo
         * @description A logo of the tenant; a picture of another look has another name.
         */
        get: operations["tenant_logo_tenant_logo__logo__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Visit
         * @description Opens a visit of support with the code of the back-office, which counts once for two minutes.
         */
        post: operations["open_visit_auth_visit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Visits
         * @description Who of support looked at the member's account, when and why; the latest first.
         */
        get: operations["list_visits_visits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits/present": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Present Visit
         * @description The visit in whose session the caller is, for the banner.
         */
        get: operations["present_visit_visits_present_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits/present/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Visit
         * @description Ends the visit in whose session the caller is.
         */
        post: operations["end_visit_visits_present_end_post"];
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
    "/auth/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asked
         * @description Tells what a registration must state in this house.
         */
        get: operations["asked_auth_registration_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Registers; a code comes by mail. The answer is the same where the address is known.
         */
        post: operations["register_auth_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend
         * @description Sends a new code, if there is anything to confirm; the one before no longer counts.
         */
        post: operations["resend_auth_resend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description Confirms the address and signs in; a national register is asked first, where the law says so.
         */
        post: operations["confirm_auth_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/usernames/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check Username
         * @description Tells whether a name is still to be had.
         */
        get: operations["check_username_auth_usernames__username__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         * Refresh
         * @description Continues the session of the refresh cookie.
         */
        post: operations["refresh_auth_refresh_post"];
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
    "/auth/telegram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ways
         * @description Tells which ways to sign in by Telegram this house offers.
         */
        get: operations["ways_auth_telegram_get"];
        put?: never;
        /**
         * Sign In By Data
         * @description Signs in with what Telegram signed; whoever is no member yet gets a ticket to register with.
         */
        post: operations["sign_in_by_data_auth_telegram_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/telegram/openid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Openid
         * @description Begins a sign-in, or a link, by "Log in with Telegram".
         */
        post: operations["begin_openid_auth_telegram_openid_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/telegram/openid/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Openid
         * @description Signs in with what Telegram sent the browser back with.
         */
        post: operations["finish_openid_auth_telegram_openid_finish_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/telegram/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Registers a person whom Telegram vouched for; a code comes by mail, as for everybody.
         */
        post: operations["register_auth_telegram_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/telegram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Link
         * @description The caller's link to Telegram.
         */
        get: operations["get_link_me_telegram_get"];
        /**
         * Link By Data
         * @description Lets the caller sign in by Telegram from now on.
         */
        put: operations["link_by_data_me_telegram_put"];
        post?: never;
        /**
         * Unlink
         * @description Ends sign-in by Telegram; refused where it is the caller's last way in.
         */
        delete: operations["unlink_me_telegram_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/telegram/openid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Link By Openid
         * @description Lets the caller sign in by Telegram from now on, after "Log in with Telegram".
         */
        put: operations["link_by_openid_me_telegram_openid_put"];
        post?: never;
        delete?: never;
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
    "/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Email
         * @description Sends a code to the address that the caller wants to sign in with from now on.
         */
        post: operations["ask_for_email_me_email_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Email
         * @description Makes the confirmed address the caller's; the former one gets a notice.
         */
        post: operations["confirm_email_me_email_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Closing
         * @description Tells what closing the account would mean: what has to go first, and what is lost.
         */
        get: operations["get_closing_me_closing_get"];
        put?: never;
        /**
         * Close
         * @description Closes the caller's account for good; all sessions end.
         */
        post: operations["close_me_closing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports
         * @description The caller's archives, the newest first.
         */
        get: operations["list_exports_me_exports_get"];
        put?: never;
        /**
         * Ask For Export
         * @description Asks for an archive of all that the house keeps about the caller; a mail tells when it is ready.
         */
        post: operations["ask_for_export_me_exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/exports/{export_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Link
         * @description Makes a link under which an archive can be fetched for a few minutes.
         */
        post: operations["make_link_me_exports__export_id__link_post"];
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
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description The caller.
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
    "/me/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set My Name
         * @description States the caller's name; once it was verified, support changes it.
         */
        put: operations["set_my_name_me_name_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set My Details
         * @description States the caller's name, postcode and telephone; also for whom a register could not be asked about.
         */
        put: operations["set_my_details_me_details_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
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
        get: operations["list_sessions_sessions_get"];
        put?: never;
        post?: never;
        /**
         * End Other Sessions
         * @description Ends the caller's sessions except the present one.
         */
        delete: operations["end_other_sessions_sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session_id}": {
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
        delete: operations["end_session_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wallet
         * @description The balances of every account, by currency.
         */
        get: operations["wallet_wallet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transactions
         * @description The member's statement, the newest first; a hold shows once, where value left ``main``.
         */
        get: operations["transactions_transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Limits
         * @description All limits one can have, set or not, with what the current period has used.
         */
        get: operations["list_limits_limits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/limits/{kind}/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Limit
         * @description Sets a limit: at once if it is tighter; looser ones wait a day at least, then ask once more.
         */
        put: operations["set_limit_limits__kind___period__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/limits/{kind}/{period}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Limit
         * @description Says yes a second time to a raise or removal whose wait is over.
         */
        post: operations["confirm_limit_limits__kind___period__confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/limits/{kind}/{period}/pending": {
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
         * Call Off Limit
         * @description Calls off a raise or removal that waits.
         */
        delete: operations["call_off_limit_limits__kind___period__pending_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Exclusion
         * @description The time-out or self-exclusion in force, if one is.
         */
        get: operations["get_exclusion_exclusion_get"];
        put?: never;
        /**
         * Exclude
         * @description Keeps oneself out: all sessions end at once, and nobody can lift it early.
         */
        post: operations["exclude_exclusion_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exclusion/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Return
         * @description Asks to come back after the term of a self-exclusion; it holds for another 24 hours.
         *
         *     Before the term is over this is refused, and the try is recorded.
         */
        post: operations["ask_return_exclusion_return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/payout-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Payout Session
         * @description Lets a member in who is kept out of play, to see the wallet and withdraw; nothing else.
         *
         *     A sign-in that is refused as `excluded` (423) hands out a ticket, whichever way the person proved who
         *     they are. It counts once, for ten minutes. The session lasts a quarter of an hour and is not refreshed.
         */
        post: operations["open_payout_session_auth_payout_session_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play-clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Play Clock
         * @description How long and with what result one has been playing, and when the next reality check is due.
         */
        get: operations["show_play_clock_play_clock_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reality-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Interval
         * @description Chooses how often to be asked, within the band of the house.
         */
        put: operations["choose_interval_reality_check_put"];
        /**
         * Answer Reality Check
         * @description Answers a reality check: `continue` lets bets through again, `stop` leaves play stopped.
         */
        post: operations["answer_reality_check_reality_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deposit-limit-prompt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Prompt
         * @description Whether the law has one asked for a deposit limit, and what one answered.
         */
        get: operations["show_prompt_deposit_limit_prompt_get"];
        put?: never;
        /**
         * Answer Prompt
         * @description Answers the question for a deposit limit: an amount of one's own, or none.
         *
         *     A limit one has is an answer as well. Each answer is kept, with where and when it was given.
         */
        post: operations["answer_prompt_deposit_limit_prompt_post"];
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
        get?: never;
        put?: never;
        /**
         * Ask
         * @description Asks that somebody else be kept out: for a court, an authority, or the family.
         *
         *     A person of the house decides. The answer never tells whether anybody is known here.
         */
        post: operations["ask_exclusion_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show
         * @description The state of the member's identity check: what is asked and why, what was sent, what was decided.
         */
        get: operations["show_kyc_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/documents": {
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
         * @description Announces a document. Send its file to `upload` with `PUT`, then call `complete`.
         */
        post: operations["announce_kyc_documents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/documents/{document_id}/complete": {
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
         * @description Says that the file was sent. It is looked at, and counts from now on if it is what it should be.
         *
         *     Pictures are drawn anew, so nothing hidden in them is kept. A repeat is answered like the first.
         */
        post: operations["complete_kyc_documents__document_id__complete_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/documents/{document_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * View
         * @description Where the member can see a document of their own, for five minutes.
         */
        get: operations["view_kyc_documents__document_id__link_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kyc/submit": {
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
         * @description Sends the documents in. From now on they are looked at; the answer comes by mail too.
         */
        post: operations["submit_kyc_submit_post"];
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
         * @description The lobby: by category (``recent`` and ``favourites`` are the member's own) and words.
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
    "/games/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Game
         * @description A game with its configuration, exact figures, limits and the member's open round.
         */
        get: operations["game_games__slug__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/games/{slug}/favourite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Favour
         * @description Marks a game as a favourite.
         */
        put: operations["favour_games__slug__favourite_put"];
        post?: never;
        /**
         * Unfavour
         * @description Takes the mark off.
         */
        delete: operations["unfavour_games__slug__favourite_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bet
         * @description Bets and settles in one transaction; the front serves it on the fast way (``fast.py``).
         */
        post: operations["bet_bets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rounds/{round_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Step
         * @description Takes a further step in an open round.
         */
        post: operations["step_rounds__round_id__steps_post"];
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
         * @description The member's rounds, the newest first.
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
    "/rounds/{round_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Round
         * @description One round of the member, with its proof.
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
    "/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fairness
         * @description The commitments and the client seed in force, and the nonce of the next round.
         */
        get: operations["fairness_fairness_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fairness/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate
         * @description Reveals the server seed in force and starts the pair already committed.
         */
        post: operations["rotate_fairness_rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fairness/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description The member's revealed pairs, the newest first.
         */
        get: operations["history_fairness_history_get"];
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
         * @description The open pools, the largest seed of each currency first; amounts are at most two seconds old.
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
    "/jackpots/{jackpot_id}/opt-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Opt In
         * @description Takes part in a pool, or no longer; acts on the next bet.
         */
        put: operations["opt_in_jackpots__jackpot_id__opt_in_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Methods
         * @description The ways to pay in, or to be paid out.
         */
        get: operations["list_methods_payment_methods_get"];
        put?: never;
        post?: never;
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
         * @description The member's deposits, newest first.
         */
        get: operations["list_deposits_deposits_get"];
        put?: never;
        /**
         * Open Deposit
         * @description Opens a deposit and answers where to pay it.
         *
         *     The money arrives with the gateway's word, not with this answer. A repeat under the same key
         *     answers the same bytes; after a crash or an outage it takes up the deposit that was opened.
         */
        post: operations["open_deposit_deposits_post"];
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
         * @description One deposit of the member.
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
    "/withdrawals/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Eligibility
         * @description Whether and how much the member can withdraw now, and what stands in the way.
         */
        get: operations["show_eligibility_withdrawals_eligibility_get"];
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
         * @description The member's withdrawals, newest first.
         */
        get: operations["list_withdrawals_withdrawals_get"];
        put?: never;
        /**
         * Request Withdrawal
         * @description Asks for a withdrawal; the money is held at once.
         */
        post: operations["request_withdrawal_withdrawals_post"];
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
         * @description One withdrawal of the member.
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
    "/withdrawals/{withdrawal_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Withdrawal
         * @description Takes a withdrawal back that nobody has approved; the money returns at once.
         */
        post: operations["cancel_withdrawal_withdrawals__withdrawal_id__cancel_post"];
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
         * @description The member's complaints, newest first.
         */
        get: operations["list_complaints_complaints_get"];
        put?: never;
        /**
         * File Complaint
         * @description Files a complaint: it has a number and a date by which the house answers.
         */
        post: operations["file_complaint_complaints_post"];
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
         * @description One complaint with everything that was said about it.
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
    "/complaints/{complaint_id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write
         * @description Writes to the house again.
         */
        post: operations["write_complaints__complaint_id__entries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Accepts the answer; the complaint is closed.
         */
        post: operations["accept_complaints__complaint_id__accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{complaint_id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Escalate
         * @description Goes to the dispute body: after an answer that is not accepted, or when the house is late.
         */
        post: operations["escalate_complaints__complaint_id__escalate_post"];
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
         * AskBody
         * @description Who asks, about whom, and why.
         *
         *     Attributes:
         *         known_as: the address or name that the person uses here, if it is known.
         *         reason: why, and what can be shown for it.
         */
        AskBody: {
            asked_by: components["schemas"]["ThirdParty"];
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** First Name */
            first_name: string;
            /** Last Name */
            last_name: string;
            /** Birth Date */
            birth_date?: string | null;
            /**
             * Known As
             * @default
             */
            known_as: string;
            /** Reason */
            reason: string;
            /** Locale */
            locale?: string | null;
        };
        /**
         * AskedAnswer
         * @description What a registration must state here.
         *
         *     Attributes:
         *         details: whether first name, last name and postcode must be stated.
         */
        AskedAnswer: {
            /** Details */
            details: boolean;
        };
        /**
         * AskedOut
         * @description That the request came; the same whether the person is known here or not.
         */
        AskedOut: {
            /**
             * Status
             * @default received
             * @constant
             */
            status: "received";
            /** Reference */
            reference: string;
        };
        /**
         * BegunAnswer
         * @description Where to send the person, and what to bring back with the code.
         */
        BegunAnswer: {
            /** Url */
            url: string;
            /** Flow */
            flow: string;
        };
        /**
         * BetIn
         * @description A bet; the choices are the engine's to read.
         */
        BetIn: {
            /** Game */
            game: string;
            /** Currency */
            currency: string;
            /**
             * Stake
             * @example 1.00
             */
            stake: string;
            /** Choices */
            choices: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        /**
         * BetOut
         * @description A bet's answer.
         */
        BetOut: {
            round: components["schemas"]["RoundOut"];
            wallet: components["schemas"]["BetWalletOut"];
        };
        /**
         * BetWalletOut
         * @description The accounts a bet can touch, after it.
         */
        BetWalletOut: {
            /** Main */
            main: string;
            /** Bonus */
            bonus: string;
        };
        /**
         * BoundsAnswer
         * @description Smallest and largest amount in a currency.
         */
        BoundsAnswer: {
            /** Currency */
            currency: string;
            /** Min Amount */
            min_amount: string;
            /** Max Amount */
            max_amount: string;
        };
        /**
         * BrandingAnswer
         * @description How the tenant looks; ``chroma`` is a decimal string.
         */
        BrandingAnswer: {
            /** Name */
            name: string;
            /** Hue */
            hue: number;
            /** Chroma */
            chroma: string;
            /** Radius */
            radius: number;
            /** Logo */
            logo: string;
        };
        /**
         * ByKindAnswer
         * @description What the law says of each kind of game.
         */
        ByKindAnswer: {
            /** Slots */
            slots: boolean;
            /** Casino */
            casino: boolean;
        };
        /**
         * Category
         * @description What a complaint is about.
         * @enum {string}
         */
        Category: "payment" | "game" | "bonus" | "account" | "verification" | "safer_gambling" | "staff" | "other";
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
         * ChangeEmailBody
         * @description The address wished for, and the password as proof.
         */
        ChangeEmailBody: {
            /** Email */
            email: string;
            /** Password */
            password: string;
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
         * CloseAccountBody
         * @description The password as proof, the losses accepted, and why, if one wants to say.
         */
        CloseAccountBody: {
            /** Password */
            password: string;
            /**
             * Accept Losses
             * @constant
             */
            accept_losses: true;
            /**
             * Reason
             * @default
             */
            reason: string;
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
         * ComplaintAnswer
         * @description A complaint.
         *
         *     Attributes:
         *         number: what people call it by.
         *         due_at: when the house's next step is due; null if the next step is not the house's.
         *         is_overdue: whether the house is late with it.
         *         answer_by: by when the house owes its answer.
         *         outcome: what the house decided, once it has.
         */
        ComplaintAnswer: {
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
        };
        /**
         * ComplaintBody
         * @description What is wrong.
         */
        ComplaintBody: {
            category: components["schemas"]["Category"];
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            reference?: components["schemas"]["ReferenceBody"] | null;
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
         * ConfirmBody
         * @description The code that came by mail; another name only where the one registered with was taken.
         */
        ConfirmBody: {
            /** Email */
            email: string;
            /** Code */
            code: string;
            /** Username */
            username?: string | null;
        };
        /**
         * CurrencyAnswer
         * @description A currency of the tenant.
         */
        CurrencyAnswer: {
            /** Code */
            code: string;
            /** Scale */
            scale: number;
            /** Kind */
            kind: string;
        };
        /**
         * DepartureAnswer
         * @description What closing would mean now.
         */
        DepartureAnswer: {
            /** Can Close */
            can_close: boolean;
            /** Obstacles */
            obstacles: components["schemas"]["ObstacleAnswer"][];
            /** Losses */
            losses: components["schemas"]["LossAnswer"][];
        };
        /**
         * DepositAnswer
         * @description A deposit; ``redirect_url`` leads to the gateway's page while it can be paid there.
         */
        DepositAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
            /** Reason */
            reason: string;
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
            steps: components["schemas"]["StepAnswer"][];
        };
        /**
         * DepositPromptOut
         * @description Whether one is asked for a deposit limit before a deposit.
         *
         *     `prompt` is what the law wants: `off`; `offered`, where no limit is an answer too; `required`, where
         *     nobody deposits without one. While it `is_open`, deposits are refused as `deposit_limit_unanswered`.
         */
        DepositPromptOut: {
            prompt: components["schemas"]["LimitPrompt"];
            /** Currency */
            currency: string;
            /** Is Open */
            is_open: boolean;
            answered: components["schemas"]["PromptAnsweredOut"] | null;
        };
        /**
         * DepositRequest
         * @description A deposit asked for.
         */
        DepositRequest: {
            /**
             * Amount
             * @example 50.00
             */
            amount: string;
            /**
             * Currency
             * @example EUR
             */
            currency: string;
            /**
             * Method
             * @example sandpay
             */
            method: string;
        };
        /**
         * DestinationBody
         * @description Where a withdrawal goes.
         */
        DestinationBody: {
            /**
             * Account
             * @example DE89 3704 0044 0532 0130 00
             */
            account: string;
        };
        /**
         * DetailsBody
         * @description By what a national register knows the member.
         */
        DetailsBody: {
            /** First Name */
            first_name: string;
            /** Last Name */
            last_name: string;
            /** Postcode */
            postcode: string;
            /** Phone */
            phone?: string | null;
        };
        /**
         * Direction
         * @description Which way the money goes, seen from the member.
         * @enum {string}
         */
        Direction: "deposit" | "withdrawal";
        /**
         * DisputeBodyAnswer
         * @description Who decides where member and house do not agree; empty where the house names none.
         */
        DisputeBodyAnswer: {
            /** Name */
            name: string;
            /** Url */
            url: string;
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
         * EligibilityAnswer
         * @description Whether and how much can be withdrawn now.
         */
        EligibilityAnswer: {
            /** Currency */
            currency: string;
            /** Available */
            available: string;
            /** Locked */
            locked: string;
            /** Min Amount */
            min_amount: string;
            /** Max Amount */
            max_amount: string;
            /** Allowed */
            allowed: boolean;
            /** Reasons */
            reasons: components["schemas"]["ReasonAnswer"][];
        };
        /**
         * EmailAnswer
         * @description The address that counts now.
         */
        EmailAnswer: {
            /** Email */
            email: string;
        };
        /**
         * EmailBody
         * @description An address.
         */
        EmailBody: {
            /** Email */
            email: string;
        };
        /**
         * EmailCodeBody
         * @description The code that came by mail.
         */
        EmailCodeBody: {
            /**
             * Code
             * @description six digits, by mail
             */
            code: string;
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
         * ExclusionOut
         * @description Whether a time-out or self-exclusion is in force.
         */
        ExclusionOut: {
            active: components["schemas"]["ActiveExclusion"] | null;
        };
        /**
         * ExportAnswer
         * @description An archive of one's own data.
         */
        ExportAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "building" | "ready" | "failed";
            /**
             * Progress
             * @description In percent.
             */
            progress: number;
            /** Size */
            size: number;
            /** Requested At */
            requested_at: string;
            /** Ready At */
            ready_at: string | null;
            /** Expires At */
            expires_at: string;
        };
        /**
         * ExportLinkAnswer
         * @description Where the archive can be fetched, for a few minutes.
         */
        ExportLinkAnswer: {
            /** Url */
            url: string;
            /** Expires At */
            expires_at: string;
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
         * FairnessOut
         * @description The pair in force.
         */
        FairnessOut: {
            scheme: components["schemas"]["Scheme"];
            /** Server Seed Hash */
            server_seed_hash: string;
            /** Next Server Seed Hash */
            next_server_seed_hash: string;
            /** Client Seed */
            client_seed: string;
            /** Nonce */
            nonce: number;
        };
        /**
         * FeaturesAnswer
         * @description What the tenant runs.
         */
        FeaturesAnswer: {
            /** Gaming */
            gaming: boolean;
            /** Loyalty */
            loyalty: boolean;
        };
        /**
         * FileType
         * @description What a document's file may be; found in its content, never believed.
         * @enum {string}
         */
        FileType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
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
         * GameDetailOut
         * @description A game with all that its page needs.
         */
        GameDetailOut: {
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Engine */
            engine: string;
            /** Category */
            category: string;
            /** Rtp */
            rtp: string;
            /** Min Stake */
            min_stake: string;
            /** Max Stake */
            max_stake: string;
            /** Currencies */
            currencies: string[];
            /** Is Open */
            is_open: boolean;
            /** Favourite */
            favourite: boolean;
            /** Config */
            config: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Config Version */
            config_version: number;
            /** Config Hash */
            config_hash: string;
            /** Rules */
            rules: string;
            /** Hit Rate */
            hit_rate: string;
            /** Max Win */
            max_win: string;
            /** Limits */
            limits: components["schemas"]["StakeLimitsOut"][];
            open_round: components["schemas"]["RoundOut"] | null;
        };
        /**
         * GameOut
         * @description A game in the lobby; stakes by the first currency it is offered in, and all by currency.
         */
        GameOut: {
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Engine */
            engine: string;
            /** Category */
            category: string;
            /** Rtp */
            rtp: string;
            /** Min Stake */
            min_stake: string;
            /** Max Stake */
            max_stake: string;
            /** Currencies */
            currencies: string[];
            /** Is Open */
            is_open: boolean;
            /** Favourite */
            favourite: boolean;
        };
        /**
         * GoBody
         * @description Where to.
         */
        GoBody: {
            /** House */
            house: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
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
         * HouseRulesAnswer
         * @description The law a house is under, as far as its pages obey it.
         *
         *     Attributes:
         *         jurisdiction: the authority's code; ``unknown`` where nobody knows the law, which is then the
         *             strictest of all.
         */
        HouseRulesAnswer: {
            /** Jurisdiction */
            jurisdiction: string;
            /** Jurisdiction Name */
            jurisdiction_name: string;
            /** Authority */
            authority: string;
            /** Version */
            version: number;
            /** Minimum Age */
            minimum_age: number;
            shortest_cycle_ms: components["schemas"]["PaceAnswer"];
            autoplay: components["schemas"]["ByKindAnswer"];
            /** Turbo */
            turbo: boolean;
            /** Slam Stop */
            slam_stop: boolean;
            /** Celebrates Losses */
            celebrates_losses: boolean;
            /** Parallel Slots */
            parallel_slots: boolean;
            /** Demo Age Gate */
            demo_age_gate: boolean;
            /** Credit Cards */
            credit_cards: boolean;
            /** Kyc Before Deposit */
            kyc_before_deposit: boolean;
            /** Kyc Before Withdrawal */
            kyc_before_withdrawal: boolean;
            reality_check: components["schemas"]["RealityCheckAnswer"];
            /** Cooling Off Hours */
            cooling_off_hours: number;
            deposit_limit_prompt: components["schemas"]["LimitPrompt"];
            /** Session Idle Minutes */
            session_idle_minutes: number;
            /** Complaint Days */
            complaint_days: number;
        };
        /**
         * IntervalBody
         * @description How often to be asked, in minutes of play.
         */
        IntervalBody: {
            /** Minutes */
            minutes: number;
        };
        /**
         * JackpotOut
         * @description A pool, and whether the member takes part.
         */
        JackpotOut: {
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
            /** Opted In */
            opted_in: boolean;
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
         * KycOut
         * @description How far the check has come, and what is still to be done.
         */
        KycOut: {
            status: components["schemas"]["KycStatus"];
            /** Requirements */
            requirements: components["schemas"]["RequirementOut"][];
            person: components["schemas"]["PersonOut"] | null;
            /** Submitted At */
            submitted_at: string | null;
            /** Decided At */
            decided_at: string | null;
            /**
             * Reasons
             * @description of a rejection
             */
            reasons: components["schemas"]["RejectionReason"][];
            /**
             * Text
             * @description what the reviewer adds in words
             */
            text: string;
            /**
             * Valid Until
             * @description the last day on which the decision holds
             */
            valid_until: string | null;
            /**
             * Upload Limit
             * @description the most bytes a file may have
             */
            upload_limit: number;
        };
        /**
         * KycStatus
         * @description How far the check of a member's identity has come.
         * @enum {string}
         */
        KycStatus: "not_started" | "submitted" | "in_review" | "verified" | "rejected" | "expired";
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
         * LimitAnswerBody
         * @description A limit on what is deposited in a period; it holds at once.
         */
        LimitAnswerBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            answer: "limit";
            /**
             * Period
             * @enum {string}
             */
            period: "day" | "week" | "month";
            /** Amount */
            amount: string;
            /** Currency */
            currency?: string | null;
            /** @description Where the member was asked; it is kept. */
            source: components["schemas"]["PromptSource"];
        };
        /**
         * LimitBody
         * @description The limit wished for: an amount of money, or minutes of play; `null` asks for its removal.
         */
        LimitBody: {
            /** Amount */
            amount?: string | null;
            /** Minutes */
            minutes?: number | null;
            /** Currency */
            currency?: string | null;
        };
        /**
         * LimitKind
         * @description What a limit bounds.
         * @enum {string}
         */
        LimitKind: "deposit" | "loss" | "wager" | "session_time";
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
         * LimitPrompt
         * @description Whether members are asked for a deposit limit before they deposit, from laxest to strictest.
         * @enum {string}
         */
        LimitPrompt: "off" | "offered" | "required";
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
        /** ListAnswer[ComplaintAnswer] */
        ListAnswer_ComplaintAnswer_: {
            /** Items */
            items: components["schemas"]["ComplaintAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[DepositAnswer] */
        ListAnswer_DepositAnswer_: {
            /** Items */
            items: components["schemas"]["DepositAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[ExportAnswer] */
        ListAnswer_ExportAnswer_: {
            /** Items */
            items: components["schemas"]["ExportAnswer"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[GameOut] */
        ListAnswer_GameOut_: {
            /** Items */
            items: components["schemas"]["GameOut"][];
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
        /** ListAnswer[JackpotOut] */
        ListAnswer_JackpotOut_: {
            /** Items */
            items: components["schemas"]["JackpotOut"][];
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
        /** ListAnswer[RevealedOut] */
        ListAnswer_RevealedOut_: {
            /** Items */
            items: components["schemas"]["RevealedOut"][];
            /** Next */
            next?: string | null;
        };
        /** ListAnswer[RoundOut] */
        ListAnswer_RoundOut_: {
            /** Items */
            items: components["schemas"]["RoundOut"][];
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
        /** ListAnswer[WithdrawalAnswer] */
        ListAnswer_WithdrawalAnswer_: {
            /** Items */
            items: components["schemas"]["WithdrawalAnswer"][];
            /** Next */
            next?: string | null;
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
         * LossAnswer
         * @description What is lost with the account.
         */
        LossAnswer: {
            /** Kind */
            kind: string;
            /** Amount */
            amount: string;
            /** Currency */
            currency: string;
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
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Tenant */
            tenant: string;
            /** Username */
            username: string;
            /** First Name */
            first_name: string;
            /** Last Name */
            last_name: string;
            /** Postcode */
            postcode: string;
            /** Phone */
            phone: string;
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
            /** Kyc Status */
            kyc_status: string;
            /** Standing */
            standing: string;
            /** Is For Payout */
            is_for_payout: boolean;
            /** Created At */
            created_at: string;
            /** Last Sign In At */
            last_sign_in_at: string | null;
        };
        /**
         * Method
         * @description A way to prove, beside or after the first proof, that it is really the person.
         * @enum {string}
         */
        Method: "passkey" | "totp" | "sms" | "email" | "recovery_code" | "password";
        /**
         * MethodAnswer
         * @description A way to pay; the amounts are those of the first currency, ``limits`` has them all.
         */
        MethodAnswer: {
            /** Method */
            method: string;
            /** Title */
            title: string;
            /** Direction */
            direction: string;
            /** Currencies */
            currencies: string[];
            /** Min Amount */
            min_amount: string;
            /** Max Amount */
            max_amount: string;
            /** Fee */
            fee: string;
            /** Expected Time */
            expected_time: string;
            /** Limits */
            limits: components["schemas"]["BoundsAnswer"][];
        };
        /**
         * MethodsAnswer
         * @description All ways to pay in a direction.
         */
        MethodsAnswer: {
            /** Items */
            items: components["schemas"]["MethodAnswer"][];
        };
        /**
         * NameBody
         * @description The name as it stands in the member's papers, in whatever script.
         */
        NameBody: {
            /** First Name */
            first_name: string;
            /** Last Name */
            last_name: string;
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
         * NoLimitAnswerBody
         * @description No limit, said in so many words; refused where the law requires one.
         */
        NoLimitAnswerBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            answer: "none";
            /** Currency */
            currency?: string | null;
            /** @description Where the member was asked; it is kept. */
            source: components["schemas"]["PromptSource"];
        };
        /**
         * ObstacleAnswer
         * @description What has to go first: money in an account, or something under way.
         */
        ObstacleAnswer: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "balance" | "held" | "open_round";
            /** Amount */
            amount: string | null;
            /** Currency */
            currency: string | null;
        };
        /**
         * OpenIdBody
         * @description What Telegram sent the browser back with, and what the browser kept meanwhile.
         */
        OpenIdBody: {
            /** Flow */
            flow: string;
            /** State */
            state: string;
            /** Code */
            code: string;
        };
        /**
         * OptInBody
         * @description Whether the member's stakes shall feed the pool, and so may win it.
         */
        OptInBody: {
            /** Opted In */
            opted_in: boolean;
        };
        /**
         * OptedInOut
         * @description The choice in force from the next bet on.
         */
        OptedInOut: {
            /** Id */
            id: string;
            /** Opted In */
            opted_in: boolean;
        };
        /**
         * OwnCaseAnswer
         * @description A complaint with everything that was said.
         */
        OwnCaseAnswer: {
            complaint: components["schemas"]["ComplaintAnswer"];
            /** Entries */
            entries: components["schemas"]["EntryAnswer"][];
            /** May Escalate */
            may_escalate: boolean;
            dispute_body: components["schemas"]["DisputeBodyAnswer"];
        };
        /**
         * PaceAnswer
         * @description Milliseconds from one bet to the next, by kind of game; 0 where no law slows it.
         */
        PaceAnswer: {
            /** Slots */
            slots: number;
            /** Casino */
            casino: number;
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
         * Period
         * @description The calendar span of a limit, in the member's time zone; weeks begin on Monday.
         *
         *     A session of play is no calendar's: it begins with a bet and is over when nothing was bet or won
         *     for a quarter of an hour. Only session time knows it.
         * @enum {string}
         */
        Period: "session" | "day" | "week" | "month";
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
         * PlayClockOut
         * @description The clock of play; `played_minutes` are those of the present day, week and month.
         */
        PlayClockOut: {
            /** Now */
            now: string;
            session: components["schemas"]["PlaySessionOut"] | null;
            /** Played Minutes */
            played_minutes: {
                [key: string]: number;
            };
            reality_check: components["schemas"]["RealityCheckOut"];
        };
        /**
         * PlaySessionOut
         * @description A session of play: it begins with a bet and is over when nothing was bet for a quarter of an hour.
         */
        PlaySessionOut: {
            /** Since */
            since: string;
            /** Last At */
            last_at: string;
            /** Seconds */
            seconds: number;
            /** Results */
            results: components["schemas"]["SessionResultOut"][];
        };
        /**
         * PresentVisitAnswer
         * @description The visit in whose session the caller is; ``null`` in the member's own.
         */
        PresentVisitAnswer: {
            visit: components["schemas"]["VisitAnswer"] | null;
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
         * PromptAnswer
         * @description What a member says when asked for a deposit limit.
         * @enum {string}
         */
        PromptAnswer: "limit" | "none";
        /**
         * PromptAnsweredOut
         * @description What was answered last, where, and when.
         */
        PromptAnsweredOut: {
            answer: components["schemas"]["PromptAnswer"];
            source: components["schemas"]["PromptSource"];
            /** At */
            at: string;
        };
        /**
         * PromptSource
         * @description Where the member was when the house asked.
         * @enum {string}
         */
        PromptSource: "registration" | "cashier";
        /**
         * RealityAnswer
         * @description What a member says to a reality check.
         * @enum {string}
         */
        RealityAnswer: "continue" | "stop";
        /**
         * RealityAnswerBody
         * @description Whether to go on.
         */
        RealityAnswerBody: {
            answer: components["schemas"]["RealityAnswer"];
        };
        /**
         * RealityCheckAnswer
         * @description Minutes of play between two checks, and what a member may choose.
         */
        RealityCheckAnswer: {
            /** Default Minutes */
            default_minutes: number;
            /** Min Minutes */
            min_minutes: number;
            /** Max Minutes */
            max_minutes: number;
        };
        /**
         * RealityCheckOut
         * @description How often play stops to ask, what one may choose, and when the next question is due.
         */
        RealityCheckOut: {
            /** Minutes */
            minutes: number;
            /** Min Minutes */
            min_minutes: number;
            /** Max Minutes */
            max_minutes: number;
            /** Due At */
            due_at: string | null;
            /** Is Due */
            is_due: boolean;
        };
        /**
         * ReasonAnswer
         * @description Something that stands in the way.
         */
        ReasonAnswer: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
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
         * ReferenceBody
         * @description The round or payment it is about.
         */
        ReferenceBody: {
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
         * RegisterBody
         * @description What a person states about themselves.
         */
        RegisterBody: {
            /** First Name */
            first_name?: string | null;
            /** Last Name */
            last_name?: string | null;
            /** Postcode */
            postcode?: string | null;
            /** Phone */
            phone?: string | null;
            /** Email */
            email: string;
            /** Password */
            password: string;
            /**
             * Username
             * @description 3 to 30 letters, digits, _ . -
             */
            username: string;
            /**
             * Birth Date
             * Format: date
             */
            birth_date: string;
            /**
             * Country
             * @description ISO 3166-1 alpha-2
             */
            country: string;
            /** Currency */
            currency?: string | null;
            /** Locale */
            locale?: string | null;
            /** Referral Code */
            referral_code?: string | null;
            /**
             * Accept Terms
             * @constant
             */
            accept_terms: true;
        };
        /**
         * RegistrationNeededAnswer
         * @description No member is linked to this person of Telegram.
         */
        RegistrationNeededAnswer: {
            registration: components["schemas"]["TicketAnswer"];
        };
        /**
         * RejectionReason
         * @description Why a case is rejected; the member reads the sentence that belongs to it.
         * @enum {string}
         */
        RejectionReason: "unreadable" | "cut_off" | "document_expired" | "wrong_document" | "name_differs" | "birth_date_differs" | "address_differs" | "under_age" | "duplicate_person" | "suspected_forgery" | "other";
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
         * RevealedOut
         * @description A pair that is over.
         */
        RevealedOut: {
            /** Server Seed */
            server_seed: string;
            /** Server Seed Hash */
            server_seed_hash: string;
            /** Client Seed */
            client_seed: string;
            scheme: components["schemas"]["Scheme"];
            /** Rounds */
            rounds: number;
            /** Started At */
            started_at: string;
            /** Revealed At */
            revealed_at: string;
        };
        /**
         * RotateIn
         * @description What the new pair shall be; both are optional.
         */
        RotateIn: {
            /** Client Seed */
            client_seed?: string | null;
            scheme?: components["schemas"]["Scheme"] | null;
        };
        /**
         * RotatedOut
         * @description The revealed pair and the one in force.
         */
        RotatedOut: {
            revealed: components["schemas"]["RevealedOut"];
            current: components["schemas"]["FairnessOut"];
        };
        /**
         * RoundOut
         * @description A round; ``server_seed`` is there once the pair was rotated.
         */
        RoundOut: {
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
        };
        /**
         * RoundStatus
         * @description Where a round stands.
         * @enum {string}
         */
        RoundStatus: "open" | "settled" | "void";
        /**
         * Scheme
         * @description How seeds and nonce become outcomes; stored with every round.
         * @enum {string}
         */
        Scheme: "pf1" | "pf2";
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
         * SelfExclusionBody
         * @description Keeping out for months, years, or for good.
         */
        SelfExclusionBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "self_exclusion";
            term: components["schemas"]["Term"];
            /**
             * Everywhere
             * @description In every house of the platform; none of them learns more than that it holds.
             * @default false
             */
            everywhere: boolean;
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
         * SessionResultOut
         * @description What a session of play has taken and brought in one currency; `net` is the member's result.
         */
        SessionResultOut: {
            /** Currency */
            currency: string;
            /** Wagered */
            wagered: string;
            /** Won */
            won: string;
            /** Net */
            net: string;
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
         * StatusAnswer
         * @description How it stands.
         */
        StatusAnswer: {
            /**
             * Status
             * @default confirmation_sent
             * @constant
             */
            status: "confirmation_sent";
        };
        /**
         * StepAnswer
         * @description A step of a payment's life, as its owner sees it.
         */
        StepAnswer: {
            /** Status */
            status: string;
            /** At */
            at: string;
            /** Reason */
            reason: string;
        };
        /**
         * StepIn
         * @description A step of an open round.
         */
        StepIn: {
            /** Action */
            action: string;
            /** Choices */
            choices?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
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
         * SubmitBody
         * @description What the documents are compared with.
         */
        SubmitBody: {
            /** Full Name */
            full_name: string;
            /** Address */
            address: string;
        };
        /**
         * TelegramDataBody
         * @description What Telegram signed: the init data of a Mini App, or the login widget's fields as a query string.
         */
        TelegramDataBody: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "mini_app" | "widget";
            /** Data */
            data: string;
        };
        /**
         * TelegramLinkAnswer
         * @description The caller's link; all empty without one.
         */
        TelegramLinkAnswer: {
            /** Is Linked */
            is_linked: boolean;
            /** Username */
            username: string;
            /** First Name */
            first_name: string;
            /** Linked At */
            linked_at: string | null;
        };
        /**
         * TelegramRegisterBody
         * @description What a person states about themselves whom Telegram vouched for; a password may come later.
         */
        TelegramRegisterBody: {
            /** First Name */
            first_name?: string | null;
            /** Last Name */
            last_name?: string | null;
            /** Postcode */
            postcode?: string | null;
            /** Phone */
            phone?: string | null;
            /** Ticket */
            ticket: string;
            /** Email */
            email: string;
            /** Password */
            password?: string | null;
            /**
             * Username
             * @description 3 to 30 letters, digits, _ . -
             */
            username: string;
            /**
             * Birth Date
             * Format: date
             */
            birth_date: string;
            /**
             * Country
             * @description ISO 3166-1 alpha-2
             */
            country: string;
            /** Currency */
            currency?: string | null;
            /** Locale */
            locale?: string | null;
            /** Referral Code */
            referral_code?: string | null;
            /**
             * Accept Terms
             * @constant
             */
            accept_terms: true;
        };
        /**
         * TelegramWaysAnswer
         * @description Which ways by Telegram this house offers; all false where it has no bot.
         */
        TelegramWaysAnswer: {
            /** Bot */
            bot: string;
            /** Mini App */
            mini_app: boolean;
            /** Widget */
            widget: boolean;
            /** Openid */
            openid: boolean;
        };
        /**
         * TenantAnswer
         * @description A tenant in public.
         */
        TenantAnswer: {
            /** Slug */
            slug: string;
            /** Name */
            name: string;
            /** Currencies */
            currencies: components["schemas"]["CurrencyAnswer"][];
            /** Default Currency */
            default_currency: string;
            /** Languages */
            languages: string[];
            features: components["schemas"]["FeaturesAnswer"];
            branding: components["schemas"]["BrandingAnswer"];
            /** Minimum Age */
            minimum_age: number;
            /** Blocked Countries */
            blocked_countries: string[];
            /** Support Email */
            support_email: string;
        };
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
         * TicketAnswer
         * @description Telegram vouches for the person, who is no member yet: they register with the ticket.
         */
        TicketAnswer: {
            /** Ticket */
            ticket: string;
            /** Username */
            username: string;
            /** First Name */
            first_name: string;
        };
        /**
         * TicketBody
         * @description What the refused sign-in handed out as `payout_ticket`.
         */
        TicketBody: {
            /** Ticket */
            ticket: string;
        };
        /**
         * TimeOutBody
         * @description A pause of 1 to 42 days.
         */
        TimeOutBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "time_out";
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
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
         * UsernameAnswer
         * @description Whether a name is still to be had.
         */
        UsernameAnswer: {
            /** Username */
            username: string;
            /** Is Free */
            is_free: boolean;
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
         * VisitBody
         * @description The code of the back-office.
         */
        VisitBody: {
            /** Code */
            code: string;
        };
        /**
         * VisitTokens
         * @description The access token of a visit; nothing continues it.
         */
        VisitTokens: {
            /** Access Token */
            access_token: string;
            /**
             * Token Type
             * @constant
             */
            token_type: "Bearer";
            /** Expires In */
            expires_in: number;
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
         * WithdrawalAnswer
         * @description A withdrawal; its money is held until it is paid or returned.
         */
        WithdrawalAnswer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
            /** Reason */
            reason: string;
            /** Destination Masked */
            destination_masked: string;
            /** Created At */
            created_at: string;
            /** Updated At */
            updated_at: string;
            /** Steps */
            steps: components["schemas"]["StepAnswer"][];
        };
        /**
         * WithdrawalRequest
         * @description A withdrawal asked for.
         */
        WithdrawalRequest: {
            /**
             * Amount
             * @example 50.00
             */
            amount: string;
            /**
             * Currency
             * @example EUR
             */
            currency: string;
            /**
             * Method
             * @example sandpay
             */
            method: string;
            destination: components["schemas"]["DestinationBody"];
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
    tenant_tenant_get: {
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
                    "application/json": components["schemas"]["TenantAnswer"];
                };
            };
            /** @description `tenant_suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
        };
    };
    house_house_get: {
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
                    "application/json": components["schemas"]["HouseRulesAnswer"];
                };
            };
            /** @description `tenant_suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
        };
    };
    tenant_logo_tenant_logo__logo__get: {
        parameters: {
            query?: {
                tenant?: string | null;
            };
            header?: never;
            path: {
                logo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                };
            };
            /** @description `logo_not_found` */
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
    open_visit_auth_visit_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitTokens"];
                };
            };
            /** @description `visit_code_invalid` */
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
        };
    };
    list_visits_visits_get: {
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
                    "application/json": components["schemas"]["ListAnswer_VisitAnswer_"];
                };
            };
        };
    };
    present_visit_visits_present_get: {
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
                    "application/json": components["schemas"]["PresentVisitAnswer"];
                };
            };
        };
    };
    end_visit_visits_present_end_post: {
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
    asked_auth_registration_get: {
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
                    "application/json": components["schemas"]["AskedAnswer"];
                };
            };
        };
    };
    register_auth_register_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /** @description `country_blocked` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_email`, `invalid_birth_date`, `too_young`, `unknown_country`, `unknown_currency`, `common_password`, `details_required` */
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
    resend_auth_resend_post: {
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
                    "application/json": components["schemas"]["StatusAnswer"];
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
    confirm_auth_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
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
            /** @description `username_taken`, `telegram_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_email`, `invalid_code` */
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
    check_username_auth_usernames__username__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
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
                    "application/json": components["schemas"]["UsernameAnswer"];
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
            /** @description `member_suspended`, `account_closed` */
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
    refresh_auth_refresh_post: {
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
    ways_auth_telegram_get: {
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
                    "application/json": components["schemas"]["TelegramWaysAnswer"];
                };
            };
        };
    };
    sign_in_by_data_auth_telegram_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TelegramDataBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"] | components["schemas"]["SecondFactorAnswer"] | components["schemas"]["RegistrationNeededAnswer"];
                };
            };
            /** @description `invalid_telegram_data` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_suspended`, `account_closed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
    begin_openid_auth_telegram_openid_post: {
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
                    "application/json": components["schemas"]["BegunAnswer"];
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
            /** @description `provider_unreachable` */
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
    finish_openid_auth_telegram_openid_finish_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIdBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"] | components["schemas"]["SecondFactorAnswer"] | components["schemas"]["RegistrationNeededAnswer"];
                };
            };
            /** @description `invalid_telegram_data`, `invalid_id_token` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_suspended`, `account_closed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
            /** @description `provider_unreachable` */
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
    register_auth_telegram_register_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TelegramRegisterBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /** @description `country_blocked` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `ticket_over`, `invalid_email`, `invalid_birth_date`, `too_young`, `unknown_country`, `unknown_currency`, `common_password`, `details_required` */
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
    get_link_me_telegram_get: {
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
                    "application/json": components["schemas"]["TelegramLinkAnswer"];
                };
            };
        };
    };
    link_by_data_me_telegram_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TelegramDataBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TelegramLinkAnswer"];
                };
            };
            /** @description `invalid_telegram_data` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
            /** @description `telegram_taken` */
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
    unlink_me_telegram_delete: {
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
            /** @description `telegram_not_linked` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_way_in` */
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
    link_by_openid_me_telegram_openid_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIdBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TelegramLinkAnswer"];
                };
            };
            /** @description `invalid_telegram_data`, `invalid_id_token` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
            /** @description `telegram_taken` */
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
            /** @description `provider_unreachable` */
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
    ask_for_email_me_email_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmailBody"];
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
            /** @description `invalid_email`, `same_email` */
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
    confirm_email_me_email_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailCodeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAnswer"];
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
    get_closing_me_closing_get: {
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
                    "application/json": components["schemas"]["DepartureAnswer"];
                };
            };
        };
    };
    close_me_closing_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAccountBody"];
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
            /** @description `cannot_close`, `password_needed`, `wrong_standing` */
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
    list_exports_me_exports_get: {
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
                    "application/json": components["schemas"]["ListAnswer_ExportAnswer_"];
                };
            };
        };
    };
    ask_for_export_me_exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportAnswer"];
                };
            };
            /** @description `export_under_way` */
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
    make_link_me_exports__export_id__link_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/json": components["schemas"]["ExportLinkAnswer"];
                };
            };
            /** @description `export_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `export_not_ready` */
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
        };
    };
    set_my_name_me_name_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
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
            /** @description `details_verified` */
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
    set_my_details_me_details_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DetailsBody"];
            };
        };
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
            /** @description `details_verified` */
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
    list_sessions_sessions_get: {
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
    end_other_sessions_sessions_delete: {
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
    end_session_sessions__session_id__delete: {
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
    wallet_wallet_get: {
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
                    "application/json": components["schemas"]["WalletOut"];
                };
            };
        };
    };
    transactions_transactions_get: {
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
                    "application/json": components["schemas"]["ListAnswer_TransactionOut_"];
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
    list_limits_limits_get: {
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
                    "application/json": components["schemas"]["ListAnswer_LimitOut_"];
                };
            };
        };
    };
    set_limit_limits__kind___period__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["LimitKind"];
                period: components["schemas"]["Period"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitBody"];
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
            /** @description `limit_of_house` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_amount`, `invalid_limit`, `unknown_currency` */
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
    confirm_limit_limits__kind___period__confirm_post: {
        parameters: {
            query?: {
                /** @description Of the limit; by default that of the first wallet. */
                currency?: string | null;
            };
            header?: never;
            path: {
                kind: components["schemas"]["LimitKind"];
                period: components["schemas"]["Period"];
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
                    "application/json": components["schemas"]["LimitOut"];
                };
            };
            /** @description `cooling_off`, `no_pending_change` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_limit`, `unknown_currency` */
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
    call_off_limit_limits__kind___period__pending_delete: {
        parameters: {
            query?: {
                /** @description Of the limit; by default that of the first wallet. */
                currency?: string | null;
            };
            header?: never;
            path: {
                kind: components["schemas"]["LimitKind"];
                period: components["schemas"]["Period"];
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
            /** @description `no_pending_change` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_limit`, `unknown_currency` */
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
    get_exclusion_exclusion_get: {
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
                    "application/json": components["schemas"]["ExclusionOut"];
                };
            };
        };
    };
    exclude_exclusion_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimeOutBody"] | components["schemas"]["SelfExclusionBody"];
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
            /** @description `invalid_time_out` */
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
    ask_return_exclusion_return_post: {
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
                    "application/json": components["schemas"]["ExclusionOut"];
                };
            };
            /** @description `exclusion_in_force`, `not_excluded` */
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
    open_payout_session_auth_payout_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketBody"];
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
            /** @description `invalid_ticket` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `member_suspended`, `account_closed` */
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
    show_play_clock_play_clock_get: {
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
                    "application/json": components["schemas"]["PlayClockOut"];
                };
            };
        };
    };
    choose_interval_reality_check_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntervalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayClockOut"];
                };
            };
            /** @description `invalid_interval` */
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
    answer_reality_check_reality_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RealityAnswerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayClockOut"];
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
    show_prompt_deposit_limit_prompt_get: {
        parameters: {
            query?: {
                /** @description Of the limit; by default that of the first wallet. */
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
                    "application/json": components["schemas"]["DepositPromptOut"];
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
    answer_prompt_deposit_limit_prompt_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitAnswerBody"] | components["schemas"]["NoLimitAnswerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositPromptOut"];
                };
            };
            /** @description `deposit_limit_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `deposit_limit_not_asked` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_currency`, `invalid_amount` */
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
    ask_exclusion_requests_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedOut"];
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
    show_kyc_get: {
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
                    "application/json": components["schemas"]["KycOut"];
                };
            };
        };
    };
    announce_kyc_documents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    complete_kyc_documents__document_id__complete_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
    view_kyc_documents__document_id__link_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
    submit_kyc_submit_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["KycOut"];
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
    games_games_get: {
        parameters: {
            query?: {
                category?: string | null;
                query?: string | null;
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
                    "application/json": components["schemas"]["ListAnswer_GameOut_"];
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
    game_games__slug__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                    "application/json": components["schemas"]["GameDetailOut"];
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
    favour_games__slug__favourite_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
    unfavour_games__slug__favourite_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
    bet_bets_post: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BetOut"];
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
            /** @description `limit_reached`, `excluded`, `reality_check_due`, `account_limited`, `account_pending`, `game_closed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
            /** @description `idempotency_conflict`, `round_open` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `stake_out_of_range`, `invalid_choices`, `invalid_amount`, `unknown_currency`, `idempotency_key_missing` */
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
    step_rounds__round_id__steps_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters */
                "idempotency-key"?: string | null;
            };
            path: {
                round_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BetOut"];
                };
            };
            /** @description `excluded` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
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
            /** @description `round_closed`, `idempotency_conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_choices`, `idempotency_key_missing` */
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
    rounds_rounds_get: {
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
                    "application/json": components["schemas"]["ListAnswer_RoundOut_"];
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
                    "application/json": components["schemas"]["RoundOut"];
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
    fairness_fairness_get: {
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
                    "application/json": components["schemas"]["FairnessOut"];
                };
            };
        };
    };
    rotate_fairness_rotate_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedOut"];
                };
            };
            /** @description `round_open` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_seed` */
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
    history_fairness_history_get: {
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
                    "application/json": components["schemas"]["ListAnswer_RevealedOut_"];
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
                    "application/json": components["schemas"]["ListAnswer_JackpotOut_"];
                };
            };
        };
    };
    opt_in_jackpots__jackpot_id__opt_in_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jackpot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptInBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptedInOut"];
                };
            };
            /** @description `jackpot_not_found` */
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
    list_methods_payment_methods_get: {
        parameters: {
            query?: {
                direction?: components["schemas"]["Direction"];
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
                    "application/json": components["schemas"]["MethodsAnswer"];
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
    list_deposits_deposits_get: {
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
                    "application/json": components["schemas"]["ListAnswer_DepositAnswer_"];
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
    open_deposit_deposits_post: {
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
                "application/json": components["schemas"]["DepositRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositAnswer"];
                };
            };
            /** @description `limit_reached`, `deposit_limit_unanswered`, `kyc_required`, `excluded`, `member_suspended`, `account_closed`, `account_pending`, `account_limited` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `gateway_declined`, `idempotency_conflict`, `request_in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_missing`, `method_unavailable`, `amount_out_of_range`, `invalid_amount`, `unknown_currency` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `gateway_unavailable` */
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
                    "application/json": components["schemas"]["DepositAnswer"];
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
    show_eligibility_withdrawals_eligibility_get: {
        parameters: {
            query: {
                currency: string;
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
                    "application/json": components["schemas"]["EligibilityAnswer"];
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
    list_withdrawals_withdrawals_get: {
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
                    "application/json": components["schemas"]["ListAnswer_WithdrawalAnswer_"];
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
    request_withdrawal_withdrawals_post: {
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
                "application/json": components["schemas"]["WithdrawalRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalAnswer"];
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
            /** @description `member_suspended`, `account_closed`, `withdrawals_paused`, `kyc_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `daily_sum_reached`, `idempotency_conflict`, `request_in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": unknown;
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_missing`, `method_unavailable`, `amount_out_of_range`, `invalid_amount`, `destination_refused`, `unknown_currency` */
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
                    "application/json": components["schemas"]["WithdrawalAnswer"];
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
    cancel_withdrawal_withdrawals__withdrawal_id__cancel_post: {
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
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalAnswer"];
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
    list_complaints_complaints_get: {
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
                    "application/json": components["schemas"]["ListAnswer_ComplaintAnswer_"];
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
    file_complaint_complaints_post: {
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
                "application/json": components["schemas"]["ComplaintBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintAnswer"];
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
            /** @description `too_many_complaints` */
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
                    "application/json": components["schemas"]["OwnCaseAnswer"];
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
    write_complaints__complaint_id__entries_post: {
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
                    "application/json": components["schemas"]["OwnCaseAnswer"];
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
    accept_complaints__complaint_id__accept_post: {
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
                    "application/json": components["schemas"]["OwnCaseAnswer"];
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
            /** @description `wrong_state` */
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
    escalate_complaints__complaint_id__escalate_post: {
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
                    "application/json": components["schemas"]["OwnCaseAnswer"];
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
            /** @description `complaint_closed`, `wrong_state`, `too_early` */
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
}
