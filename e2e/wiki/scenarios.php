<?php
/**
 * The states a door can ask for, request by request: `X-Wikilit-Scenario: captcha, crosssite=127.0.0.1:*`.
 * The names and what they promise are in scenarios.ts. Included by LocalSettings.wikilit.php.
 */
if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}

foreach ( array_filter( explode( ',', $_SERVER['HTTP_X_WIKILIT_SCENARIO'] ?? '' ) ) as $wikilitScenario ) {
	[ $wikilitScenario, $wikilitValue ] = explode( '=', trim( $wikilitScenario ), 2 ) + [ 1 => '' ];
	switch ( $wikilitScenario ) {
		case 'crosssite':
			$wgCrossSiteAJAXdomains[] = $wikilitValue;
			break;
		case 'crossoriginrest':
			$wgAllowCrossOrigin = true;
			$wgRestAllowCrossOriginCookieAuth = true;
			break;
		case 'oauth':
			$wgAutoloadClasses['WikilitSignature'] = __DIR__ . '/signature.php';
			$wgAutoloadClasses['WikilitBearer'] = $wgAutoloadClasses['WikilitRefusal'] = __DIR__ . '/bearer.php';
			$wgSessionProviders['WikilitBearer'] = [ 'class' => 'WikilitBearer' ];
			break;
		case 'crossorigin':
			$wgAutoloadClasses['WikilitCrossOriginApi'] = __DIR__ . '/crossorigin.php';
			$wgHooks['ApiBeforeMain'][] = static function ( &$main ) {
				$main = new WikilitCrossOriginApi( RequestContext::getMain(), true, false );
			};
			$wgHooks['WikilitRestRefused'][] = 'WikilitCrossOriginApi::onWikilitRestRefused';
			$wgHooks['APIQuerySiteInfoGeneralInfo'][] = static function ( $module, &$results ) {
				$results['generator'] = 'MediaWiki 1.44.0';
			};
			break;
		case 'linkedlogin':
			$wgAutoloadClasses += array_fill_keys( [ 'WikilitOtherSite', 'WikilitOtherSiteAnswer', 'WikilitOtherSiteLink' ], __DIR__ . '/linkedlogin.php' );
			$wgAuthManagerAutoConfig['primaryauth']['WikilitOtherSite'] = [ 'class' => 'WikilitOtherSite', 'sort' => 50 ];
			break;
		case 'samesitenone':
			$wgCookieSameSite = 'None';
			$wgCookieSecure = true;
			break;
		case 'captcha':
		case 'questycaptcha':
			if ( $wikilitScenario === 'questycaptcha' ) {
				$wgCaptchaClass = 'QuestyCaptcha';
			}
			foreach ( [ 'edit', 'create', 'addurl', 'createaccount' ] as $wikilitTrigger ) {
				$wgCaptchaTriggers[$wikilitTrigger] = true;
			}
			// Everybody meets it, so that a test may choose its user for other reasons.
			foreach ( array_keys( $wgGroupPermissions ) as $wikilitGroup ) {
				$wgGroupPermissions[$wikilitGroup]['skipcaptcha'] = false;
			}
			$wgHooks['UserGetRights'][] = static function ( $user, &$rights ) {
				$rights = array_values( array_diff( $rights, [ 'skipcaptcha' ] ) );
			};
			break;
		case 'logincaptcha':
			$wgCaptchaTriggers['badlogin'] = true;
			$wgCaptchaBadLoginAttempts = 1;
			break;
		case 'readonly':
			$wgReadOnly = $wikilitValue !== '' ? $wikilitValue : 'The wiki is being moved to another machine.';
			break;
		case 'ratelimit':
			$wikilitLimit = [ (int)( $wikilitValue !== '' ? $wikilitValue : 0 ), 60 ];
			foreach ( [ 'edit', 'move', 'upload', 'purge', 'emailuser', 'rollback' ] as $wikilitAction ) {
				$wgRateLimits[$wikilitAction] =
					[ 'user' => $wikilitLimit, 'newbie' => $wikilitLimit, 'ip' => $wikilitLimit, '&can-bypass' => false ];
			}
			// MediaWiki asks twice during one edit, and would count it as two.
			$wgHooks['PingLimiter'][] = static function ( $user, $action, &$result, $incrBy ) {
				static $counted = [];
				if ( $incrBy > 0 && isset( $counted[$action] ) ) {
					$result = false;
					return false;
				}
				$counted[$action] = $incrBy > 0 ? true : null;
				return true;
			};
			break;
		case 'lag':
			$wgShowHostnames = true;
			$wgHooks['ApiMaxLagInfo'][] = static function ( &$lagInfo ) use ( $wikilitValue ) {
				$lagInfo = [ 'host' => 'replica-2', 'lag' => (float)( $wikilitValue !== '' ? $wikilitValue : 8 ), 'type' => 'db' ];
			};
			break;
		case 'tempaccounts':
			$wgAutoCreateTempUser['enabled'] = true;
			if ( $wikilitValue !== '' ) {
				$wgTempAccountCreationThrottle = [ [ 'count' => (int)$wikilitValue, 'seconds' => 86400 ] ];
			}
			break;
		case 'noanonedit':
			$wgGroupPermissions['*']['edit'] = false;
			$wgGroupPermissions['*']['createpage'] = false;
			$wgGroupPermissions['*']['createtalk'] = false;
			break;
		case 'nocreate':
			foreach ( array_keys( $wgGroupPermissions ) as $wikilitGroup ) {
				$wgGroupPermissions[$wikilitGroup]['createpage'] = $wgGroupPermissions[$wikilitGroup]['createtalk'] = false;
			}
			break;
		case 'notags':
			foreach ( array_keys( $wgGroupPermissions ) as $wikilitGroup ) {
				$wgGroupPermissions[$wikilitGroup]['applychangetags'] = false;
			}
			break;
		case 'confirmemail':
			$wgEmailConfirmToEdit = true;
			break;
		case 'spamregex':
			$wgSpamRegex = [ '/' . preg_quote( $wikilitValue !== '' ? $wikilitValue : 'cheap watches', '/' ) . '/' ];
			break;
		case 'loginthrottle':
			$wgPasswordAttemptThrottle = [ [ 'count' => 2, 'seconds' => 300 ] ];
			break;
		case 'private':
			$wgGroupPermissions['*']['read'] = false;
			$wgGroupPermissions['*']['edit'] = false;
			$wgGroupPermissions['*']['createaccount'] = false;
			break;
		case 'csp':
			$wgCSPHeader = true;
			break;
		case 'maxarticlesize':
			$wgMaxArticleSize = (int)( $wikilitValue !== '' ? $wikilitValue : 1 ); // in KiB
			break;
		case 'nouploads':
			$wgEnableUploads = false;
			break;
		case 'copyuploads':
			$wgAllowCopyUploads = true;
			$wgGroupPermissions['sysop']['upload_by_url'] = true;
			break;
		case 'nowatchlistexpiry':
			$wgWatchlistExpiry = false;
			break;
		case 'nopartialblocks':
			$wgEnablePartialActionBlocks = false;
			break;
		case 'phpdiff':
			$wgDiffEngine = 'php';
			break;
	}
}
