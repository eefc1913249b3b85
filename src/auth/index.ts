/** Ways to be somebody. */
export {AuthFlow, type AuthFlowOptions, type AuthPurpose, type SubmitOptions} from './auth-flow.js';
export type {AuthField, AuthRequest, AuthStatus, AuthStep, AuthValues} from './auth-step.js';
export {type ChangedData, changeauthenticationdata, type PasswordValidity, removeauthenticationdata, resetpassword, unlinkaccount, validatepassword} from './authentication-data.js';
export {basicAuth, type BasicCredentials} from './basic.js';
export {type AccountLogin, clientlogin, type ClientLoginOptions} from './clientlogin.js';
export {type AccountCreated, createaccount, type CreateAccountOptions, type NewAccount} from './createaccount.js';
export {linkaccount, type LinkAccountOptions} from './linkaccount.js';
export {type BotPasswordLogin, type LoggedIn, login} from './login.js';
export {logout} from './logout.js';
export {OAuth2, type OAuth2Options} from './oauth2/oauth2.js';
export {oauth1, type PrivateKey, type SharedSecrets} from './oauth1.js';
export type {StepOptions} from './steps.js';
