<?php
/**
 * The test wiki's configuration: the same for every instance. What differs comes from the environment
 * (WIKILIT_DATA, the instance's folder) and from the request (its Host, and the scenario a door put in a header).
 */
if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}

$wikilitData = getenv( 'WIKILIT_DATA' );

// Every door is a coherent wiki of its own: links, redirects and cookies follow the address it was asked under.
$wgServer = ( ( $_SERVER['HTTP_X_FORWARDED_PROTO'] ?? 'http' ) === 'https' ? 'https://' : 'http://' )
	. ( $_SERVER['HTTP_HOST'] ?? '127.0.0.1' );
$wgCanonicalServer = $wgServer;
$wgScriptPath = '/w';
$wgArticlePath = '/wiki/$1';
$wgSitename = 'Wikilit';
$wgMetaNamespace = 'Project';
$wgLanguageCode = 'en';
$wgLocaltimezone = 'UTC';
// A lighthouse, so that nobody takes a screenshot for one of a real wiki.
$wikilitLogo = 'data:image/svg+xml,' . rawurlencode( '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50">'
	. '<circle cx="25" cy="25" r="25" fill="#cfe8f7"/><path d="M21 18h8l3 26H18z" fill="#fff"/>'
	. '<path d="M20.4 26h9.3l.8 7H19.6zM20 11h10v7H20z" fill="#b32424"/><path d="M30 12l18-5v12l-18-3z" fill="#fc3"/></svg>' );
$wgLogos = [ '1x' => $wikilitLogo, 'icon' => $wikilitLogo ];
$wgRightsText = 'Creative Commons Attribution-Share Alike 4.0';
$wgRightsUrl = 'https://creativecommons.org/licenses/by-sa/4.0/';

// A client may say where it comes from, so that tests can be several visitors (blocks of addresses, rate limits).
$wgCdnServersNoPurge = [ '127.0.0.1', '::1' ];
$wgUsePrivateIPs = true;

// --- storage: everything under one folder, so that a reset is a copy ---
$wgDBtype = 'sqlite';
$wgDBname = 'wikilit';
$wgSQLiteDataDir = "$wikilitData/data";
$wgJobTypeConf['default'] = [ 'class' => 'JobQueueDB', 'claimTTL' => 3600 ];
$wgUploadDirectory = "$wikilitData/images";
$wgUploadPath = '/images';
$wgTmpDirectory = "$wikilitData/tmp";
$wgCacheDirectory = "$wikilitData/cache";
// PHP files: opcache then shares the messages between the workers.
$wgLocalisationCacheConf = [ 'class' => LocalisationCache::class, 'store' => 'array', 'storeDirectory' => "$wikilitData/cache" ]
	+ $wgLocalisationCacheConf;

// Sessions and caches in shared memory keep writes away from SQLite, which allows one at a time.
// Without APCu (somebody's own PHP) they go into the database: slower, and reset with it all the same.
// On the command line nothing is worth keeping.
$wgMainCacheType = PHP_SAPI === 'cli' ? 'hash' : ( function_exists( 'apcu_fetch' ) ? CACHE_ACCEL : CACHE_DB );
$wgSessionCacheType = $wgMainCacheType;
$wgParserCacheType = $wgMainCacheType;
$wgMessageCacheType = $wgMainCacheType;
$wgUseLocalMessageCache = false;
$wgInvalidateCacheOnLocalSettingsChange = false;

// --- determinism ---
$wgSecretKey = str_repeat( '0123456789abcdef', 4 );
$wgUpgradeKey = '0123456789abcdef';
$wgAuthenticationTokenVersion = '1';
$wgJobRunRate = 100; // every request finishes the work it caused
$wgRunJobsAsync = false;
$wgRateLimits = [];
$wgPasswordAttemptThrottle = [];
$wgPasswordConfig['pbkdf2']['cost'] = '1000'; // 30 times faster than the default, and nothing here is secret
$wgRCMaxAge = 30 * 365 * 86400; // the seeded history stays "recent" for ever
$wgPutIPinRC = true;
$wgPingback = false;
$wgUseInstantCommons = false;
$wgEnableDnsBlacklist = false;
$wgShowExceptionDetails = true;
$wgDevelopmentWarnings = false;
$wgMemoryLimit = '512M';
$wgSQLMode = null;
$wgDiff3 = '/usr/bin/diff3';
$wgDiff = '/usr/bin/diff';
$wgShellLocale = 'C.UTF-8';

// --- who may do what ---
$wgAutoConfirmAge = 4 * 86400;
$wgAutoConfirmCount = 10;
$wgEnableBotPasswords = true;
$wgGroupPermissions['sysop']['editcontentmodel'] = true;
$wgGroupPermissions['sysop']['deletelogentry'] = true;
$wgGroupPermissions['sysop']['deleterevision'] = true;
$wgGroupPermissions['sysop']['mergehistory'] = true;
$wgGroupPermissions['sysop']['managechangetags'] = true;
$wgGroupPermissions['sysop']['interwiki'] = true;
$wgGroupPermissions['sysop']['pagelang'] = true;
$wgPageLanguageUseDB = true;
$wgGroupPermissions['user']['applychangetags'] = true;
$wgGroupPermissions['suppress']['hideuser'] = true;
$wgGroupPermissions['suppress']['suppressrevision'] = true;
$wgGroupPermissions['suppress']['viewsuppressed'] = true;
$wgGroupPermissions['suppress']['suppressionlog'] = true;
$wgBlockAllowsUTEdit = true;
$wgEnablePartialActionBlocks = true;
$wgAllowUserJs = true;
$wgAllowUserCss = true;
$wgAllowSiteCSSOnRestrictedPages = true;
$wgUseRCPatrol = true;
$wgUseNPPatrol = true;
$wgUseFilePatrol = true;
$wgWatchlistExpiry = true;
$wgEditRecoveryDefaultUserOptions = [];
$wgDefaultUserOptions['usenewrc'] = 0;
$wgNamespacesWithSubpages[NS_MAIN] = true;
$wgNamespacesWithSubpages[NS_TEMPLATE] = true;
$wgDefaultSkin = 'vector-2022';
$wgAllowDisplayTitle = true;
$wgRestrictDisplayTitle = false;

// --- uploads ---
$wgEnableUploads = true;
$wgFileExtensions = [ 'png', 'gif', 'jpg', 'jpeg', 'webp', 'svg', 'pdf', 'txt' ];
$wgUseImageMagick = false;
$wgSVGNativeRendering = true; // no converter needed
$wgUploadSizeWarning = false;
$wgMaxUploadSize = 100 * 1024 * 1024;
$wgMinUploadChunkSize = 1024;
$wgAllowCopyUploads = false;
$wgUploadStashMaxAge = 10 * 365 * 86400;

// --- mail: into a file, one JSON object a line ---
$wgEnableEmail = true;
$wgEnableUserEmail = true;
$wgEnotifUserTalk = true;
$wgEnotifWatchlist = true;
$wgEmailAuthentication = true;
$wgPasswordSender = 'wiki@wiki.test';
$wgEmergencyContact = 'wiki@wiki.test';
$wgHooks['AlternateUserMailer'][] = static function ( $headers, $to, $from, $subject, $body ) use ( $wikilitData ) {
	$mail = [
		'to' => array_map( static fn ( $address ) => $address->address, is_array( $to ) ? $to : [ $to ] ),
		'from' => $from->address,
		'subject' => (string)$subject,
		'body' => is_array( $body ) ? $body['text'] : (string)$body,
	];
	file_put_contents( "$wikilitData/mail.jsonl", json_encode( $mail ) . "\n", FILE_APPEND | LOCK_EX );
	return false; // "sent"
};

// --- skins and extensions: those of the list that this MediaWiki has ---
foreach ( [ 'Vector', 'MonoBook', 'Timeless', 'MinervaNeue' ] as $wikilitName ) {
	if ( is_file( "$IP/skins/$wikilitName/skin.json" ) ) {
		wfLoadSkin( $wikilitName );
	}
}
// WIKILIT_EXTENSIONS is what template.ts had the installer create tables for.
foreach ( array_filter( explode( ',', (string)getenv( 'WIKILIT_EXTENSIONS' ) ) ) as $wikilitName ) {
	wfLoadExtension( $wikilitName );
}

// Captchas are off but in the scenarios. The store in the cache serves clients without cookies too.
$wgCaptchaClass = 'MediaWiki\\Extension\\ConfirmEdit\\SimpleCaptcha\\SimpleCaptcha';
$wgCaptchaTriggers = array_fill_keys(
	[ 'edit', 'create', 'sendemail', 'addurl', 'createaccount', 'badlogin', 'badloginperuser' ], false );
$wgCaptchaStorageClass = is_file( "$IP/extensions/ConfirmEdit/includes/Store/CaptchaCacheStore.php" )
	? 'MediaWiki\\Extension\\ConfirmEdit\\Store\\CaptchaCacheStore' : 'CaptchaCacheStore';
$wgCaptchaQuestions = [ 'What is the first letter of the alphabet?' => [ 'a', 'A' ] ];

// Both would fetch lists from the network.
$wgBlacklistSettings = [ 'spam' => [ 'files' => [] ] ];
$wgTitleBlacklistSources = [ 'local' => [ 'type' => 'local', 'src' => 'MediaWiki:Titleblacklist' ] ];

$wgAbuseFilterActions = [
	'throttle' => true, 'warn' => true, 'disallow' => true, 'blockautopromote' => true, 'block' => true,
	'rangeblock' => false, 'degroup' => false, 'tag' => true,
];
$wgAbuseFilterEnableBlockedExternalDomain = false;
// A second parse, by Parsoid, after every save: half of what an edit would cost.
$wgLinterParseOnDerivedDataUpdate = false;
if ( PHP_SAPI === 'cli' ) {
	// Nobody is notified of what happened before the wiki began.
	$wgExtensionFunctions[] = static function () {
		$GLOBALS['wgEchoNotifications'] = [];
	};
}
$wgVisualEditorShowBetaWelcome = false; // a dialog over every first page
$wgScribuntoDefaultEngine = 'luastandalone';
$wgScribuntoEngineConf['luastandalone']['luaPath'] = '/usr/bin/lua5.1';

// What the scenarios `oauth` and `linkedlogin` say. Not by $wgMessagesDirs: every path in it is compiled into the template.
$wgHooks['LocalisationCacheRecache'][] = static function ( $cache, $code, &$data ) {
	$data['messages'] = [
		'mwoauth-invalid-authorization' => 'The authorization headers in your request are not valid: $1',
		'mwoauth-not-api' => 'OAuth can only be used with the API',
		'othersite-button' => 'Log in through the other site',
		'othersite-help' => 'The other site asks who you are there.',
		'othersite-account' => '$1',
		'othersite-denied' => 'The other site did not say who you are.',
		'othersite-taken' => 'That account is linked to somebody already.',
	] + $data['messages'];
};

require __DIR__ . '/scenarios.php';
