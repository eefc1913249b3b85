<?php

use MediaWiki\Block\Restriction\ActionRestriction;
use MediaWiki\Block\Restriction\NamespaceRestriction;
use MediaWiki\Block\Restriction\PageRestriction;
use MediaWiki\MediaWikiServices;
use MediaWiki\Revision\RevisionRecord;
use MediaWiki\Revision\SlotRecord;
use Wikimedia\Timestamp\ConvertibleTimestamp;

/** Lets the events of types.ts happen, each at its time. */
class WikilitEvents {
	private MediaWikiServices $services;
	private $db;
	private $importer;
	/** Whether a transaction for revisions is open: thousands of small commits would be most of the time. */
	private bool $open = false;

	public function __construct( $db ) {
		$this->db = $db;
		$this->services = MediaWikiServices::getInstance();
		$this->importer = $this->services->getWikiRevisionOldRevisionImporterNoUpdates();
	}

	/** What time MediaWiki shall take it to be. */
	public static function clock( ?string $at ): void {
		ConvertibleTimestamp::setFakeTime( $at === null ? false : ConvertibleTimestamp::convert( TS_UNIX, $at ) );
	}

	public function happen( array $event ): void {
		self::clock( $event['at'] );
		try {
			if ( $event['do'] === 'revision' ) {
				$this->revision( $event );
			} else {
				$this->flush();
				$this->{$event['do']}( $event );
				DeferredUpdates::doUpdates();
			}
		} catch ( Throwable $error ) {
			$what = $event['title'] ?? $event['target'] ?? '';
			throw new RuntimeException( "{$event['do']} \"$what\" at {$event['at']}: {$error->getMessage()}", 0, $error );
		}
	}

	public function flush(): void {
		if ( $this->open ) {
			$this->db->commit( __METHOD__ );
			$this->open = false;
		}
	}

	/** Links, categories, search index and the like, from the newest revision of every page. Templates come first. */
	public function derive(): void {
		$rows = $this->db->select( 'page', [ 'page_id', 'page_namespace' ], '', __METHOD__ );
		$order = [ NS_TEMPLATE => 0, 828 => 0, NS_FILE => 1 ];
		$pages = [];
		foreach ( $rows as $row ) {
			$pages[(int)$row->page_id] = $order[(int)$row->page_namespace] ?? 2;
		}
		asort( $pages );
		$factory = $this->services->getWikiPageFactory();
		foreach ( array_keys( $pages ) as $id ) {
			$page = $factory->newFromID( $id );
			self::clock( $page->getTimestamp() );
			$derived = $this->services->getPageUpdaterFactory()->newDerivedPageDataUpdater( $page );
			$derived->prepareUpdate( $page->getRevisionRecord(), [ 'oldcountable' => 'no-change', 'created' => false ] );
			$derived->doUpdates();
			DeferredUpdates::doUpdates();
		}
	}

	private function revision( array $event ): void {
		if ( !$this->open ) {
			$this->db->begin( __METHOD__ );
			$this->open = true;
		}
		$title = $this->title( $event['title'] );
		$model = $event['model'] ?? $title->getContentModel();
		$revision = new WikiRevision( $this->services->getMainConfig() );
		$revision->setTitle( $title );
		$revision->setUsername( $event['by'] );
		$revision->setTimestamp( $event['at'] );
		$revision->setComment( $event['reason'] ?? '' );
		$revision->setMinor( $event['minor'] ?? false );
		$revision->setTags( $event['tags'] ?? [] );
		$revision->setContent( SlotRecord::MAIN, ContentHandler::makeContent( trim( $event['text'] ), $title, $model ) );
		if ( !$this->importer->import( $revision ) ) {
			throw new RuntimeException( 'the same revision exists already' );
		}
	}

	private function upload( array $event ): void {
		$path = tempnam( wfTempDir(), 'seed' );
		$this->picture( $event['picture'], $path );
		$file = $this->services->getRepoGroup()->getLocalRepo()->newFile( $event['title'] );
		$this->check( $file->upload( $path, $event['reason'], $event['text'], 0, false, $event['at'], $this->user( $event['by'] ) ) );
		unlink( $path );
	}

	/** A sky and a sea in the given hue: enough to see which picture it is, and whether it is scaled. */
	private function picture( array $picture, string $path ): void {
		if ( $picture['kind'] === 'svg' ) {
			file_put_contents( $path, $picture['source'] );
			return;
		}
		if ( !function_exists( 'imagecreatetruecolor' ) ) {
			// Without GD: one white pixel, a valid picture at least.
			file_put_contents( $path, base64_decode(
				'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==' ) );
			return;
		}
		[ 'width' => $width, 'height' => $height, 'hue' => $hue ] = $picture;
		$image = imagecreatetruecolor( $width, $height );
		for ( $y = 0; $y < $height; $y++ ) {
			$light = $y < $height * 0.6 ? 0.5 + 0.4 * $y / $height : 0.25;
			$colour = static fn ( int $shift ) => (int)( 255 * $light * ( 0.75 + 0.25 * cos( deg2rad( $hue + $shift ) ) ) );
			imageline( $image, 0, $y, $width, $y, imagecolorallocate( $image, $colour( 0 ), $colour( 120 ), $colour( 240 ) ) );
		}
		$picture['kind'] === 'png' ? imagepng( $image, $path ) : imagejpeg( $image, $path, 85 );
	}

	private function protect( array $event ): void {
		$page = $this->services->getWikiPageFactory()->newFromTitle( $this->title( $event['title'] ) );
		$cascade = $event['cascade'] ?? false;
		$expiry = array_fill_keys( array_keys( $event['levels'] ), $event['expiry'] ?? 'infinity' );
		$this->check( $page->doUpdateRestrictions( $event['levels'], $expiry, $cascade, $event['reason'], $this->user( $event['by'] ) ) );
	}

	private function delete( array $event ): void {
		$page = $this->services->getWikiPageFactory()->newFromTitle( $this->title( $event['title'] ) );
		$this->check( $this->services->getDeletePageFactory()->newDeletePage( $page, $this->user( $event['by'] ) )->deleteUnsafe( $event['reason'] ) );
	}

	private function move( array $event ): void {
		$move = $this->services->getMovePageFactory()->newMovePage( $this->title( $event['title'] ), $this->title( $event['to'] ) );
		$this->check( $move->move( $this->user( $event['by'] ), $event['reason'], $event['redirect'] ) );
	}

	private function hide( array $event ): void {
		$title = $this->title( $event['title'] );
		$ids = $this->db->selectFieldValues( 'revision', 'rev_id', [ 'rev_page' => $title->getArticleID( IDBAccessObject::READ_LATEST ) ],
			__METHOD__, [ 'ORDER BY' => 'rev_timestamp, rev_id' ] );
		$context = new DerivativeContext( RequestContext::getMain() );
		$context->setUser( $this->user( $event['by'] ) );
		$bits = [
			'text' => RevisionRecord::DELETED_TEXT, 'comment' => RevisionRecord::DELETED_COMMENT, 'user' => RevisionRecord::DELETED_USER,
		];
		$value = [];
		foreach ( $event['what'] as $what ) {
			$value[$bits[$what]] = 1;
		}
		if ( $event['suppress'] ?? false ) {
			$value[RevisionRecord::DELETED_RESTRICTED] = 1;
		}
		$list = RevisionDeleter::createList( 'revision', $context, $title, [ $ids[$event['nth'] - 1] ] );
		$this->check( $list->setVisibility( [ 'value' => $value, 'comment' => $event['reason'] ] ) );
	}

	private function block( array $event ): void {
		$restrictions = array_merge(
			array_map( fn ( $title ) => PageRestriction::newFromTitle( $this->title( $title ) ), $event['pages'] ?? [] ),
			array_map( static fn ( $id ) => new NamespaceRestriction( 0, $id ), $event['namespaces'] ?? [] ),
			array_map( fn ( $name ) => new ActionRestriction( 0, $this->services->getBlockActionInfo()->getIdFromAction( $name ) ),
				$event['actions'] ?? [] ),
		);
		if ( $event['hide'] ?? false ) {
			( new WikilitPeople( $this->db ) )->account( $event['target'], '20250228000000' );
		}
		$options = [
			'isCreateAccountBlocked' => !( $event['allowCreate'] ?? false ),
			'isEmailBlocked' => $event['noEmail'] ?? false,
			'isHardBlock' => !( $event['anonOnly'] ?? false ),
			// An autoblock would close the address that every test comes from.
			'isAutoblocking' => false,
			'isUserTalkEditBlocked' => $event['noTalk'] ?? false,
			'isHideUser' => $event['hide'] ?? false,
			'isPartial' => $restrictions !== [],
		];
		$this->check( $this->services->getBlockUserFactory()
			->newBlockUser( $event['target'], $this->user( $event['by'] ), $event['expiry'], $event['reason'], $options, $restrictions )
			->placeBlockUnsafe() );
	}

	private function unblock( array $event ): void {
		$this->check( $this->services->getUnblockUserFactory()
			->newUnblockUser( $event['target'], $this->user( $event['by'] ), $event['reason'] )->unblockUnsafe() );
	}

	private function watch( array $event ): void {
		$store = $this->services->getWatchedItemStore();
		foreach ( $event['titles'] as $name ) {
			$title = $this->title( $name );
			$store->addWatch( $this->user( $event['by'] ), $title, $event['expiry'] ?? null );
			$store->addWatch( $this->user( $event['by'] ), $title->getTalkPageIfDefined(), $event['expiry'] ?? null );
		}
		if ( isset( $event['expiry'] ) ) {
			// MediaWiki has put it a year after the event at most, which is over.
			$this->db->update( 'watchlist_expiry', [ 'we_expiry' => $event['expiry'] ], '1 = 1', __METHOD__ );
		}
	}

	private function title( string $text ) {
		return $this->services->getTitleFactory()->newFromTextThrow( $text );
	}

	private function user( string $name ) {
		$user = $this->services->getUserFactory()->newFromName( $name );
		if ( !$user || !$user->isRegistered() ) {
			throw new RuntimeException( "there is no user \"$name\"" );
		}
		return $user;
	}

	private function check( $status ): void {
		if ( !$status->isGood() ) {
			throw new RuntimeException( json_encode( $status->getErrors() ) );
		}
	}
}
