<?php

use MediaWiki\Extension\AbuseFilter\AbuseFilterServices;
use MediaWiki\Extension\AbuseFilter\Filter\MutableFilter;
use MediaWiki\MediaWikiServices;

/** What the wiki keeps in tables of its own, and the numbers at the end. */
class WikilitLists {
	private MediaWikiServices $services;
	private $db;

	public function __construct( $db ) {
		$this->db = $db;
		$this->services = MediaWikiServices::getInstance();
	}

	public function interwiki( array $rows ): void {
		foreach ( $rows as $prefix => $url ) {
			$this->db->replace( 'interwiki', 'iw_prefix', [
				'iw_prefix' => $prefix, 'iw_url' => $url, 'iw_api' => str_replace( '/wiki/$1', '/w/api.php', $url ),
				'iw_wikiid' => '', 'iw_local' => 0, 'iw_trans' => 0,
			], __METHOD__ );
		}
	}

	public function tags( array $names ): void {
		foreach ( $names as $name ) {
			if ( method_exists( $this->services, 'getChangeTagsStore' ) ) {
				$this->services->getChangeTagsStore()->defineTag( $name );
			} else {
				ChangeTags::defineTag( $name );
			}
		}
	}

	public function filters( array $filters ): void {
		if ( !class_exists( MutableFilter::class ) ) {
			return;
		}
		WikilitEvents::clock( '20240115120000' );
		$admin = $this->services->getUserFactory()->newFromName( 'Admin' );
		foreach ( $filters as $data ) {
			$filter = MutableFilter::newDefault();
			$filter->setName( $data['name'] );
			$filter->setGroup( 'default' );
			$filter->setRules( $data['rules'] );
			$filter->setHidden( $data['hidden'] ?? false );
			$filter->setActions( $data['actions'] );
			$filter->setEnabled( true );
			if ( method_exists( $filter, 'setUserIdentity' ) ) {
				$filter->setUserIdentity( $admin );
			} else {
				$filter->setUserID( $admin->getId() );
				$filter->setUserName( $admin->getName() );
			}
			$filter->setTimestamp( '20240115120000' );
			$status = AbuseFilterServices::getFilterStore()->saveFilter( $admin, null, $filter, MutableFilter::newDefault() );
			if ( !$status->isGood() ) {
				throw new RuntimeException( "filter \"{$data['name']}\": " . json_encode( $status->getErrors() ) );
			}
		}
	}

	/** Imported revisions count for nobody; autoconfirmation and statistics need the numbers. */
	public function counts(): void {
		$this->db->query( 'UPDATE user SET user_editcount = (SELECT COUNT(*) FROM revision '
			. 'JOIN actor ON actor_id = rev_actor WHERE actor_user = user_id)', __METHOD__ );
		SiteStatsInit::doAllAndCommit( $this->db, [ 'activeUsers' => true ] );
	}

	/** Jobs have nothing left to do, and caches of the command line are of no use to the server. */
	public function tidy(): void {
		$this->services->getJobRunner()->run( [ 'maxJobs' => 10000 ] );
		$this->db->query( 'DELETE FROM objectcache', __METHOD__ );
		$this->db->query( 'DELETE FROM job', __METHOD__ );
		$this->db->query( 'PRAGMA optimize', __METHOD__ );
	}
}
