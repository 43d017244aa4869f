<?php
/**
 * Plugin Name: Report Widget
 * Description: A block that shows a corporate report, in which every number can be traced.
 * Version: 0.0.0
 * Requires at least: 6.3
 * Requires PHP: 7.4
 * Text Domain: report-widget
 */

defined( 'ABSPATH' ) || exit;

/** Registers the block and the script of its settings. */
function report_widget_register() {
	$needs = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' );
	wp_register_script( 'report-widget-editor', plugins_url( 'editor.js', __FILE__ ), $needs, '0.0.0', true );
	$pages = 'window.reportWidgetPages = ' . wp_json_encode( report_widget_json( 'pages.json' ), JSON_HEX_TAG ) . ';';
	wp_add_inline_script( 'report-widget-editor', $pages, 'before' );
	register_block_type( __DIR__, array( 'render_callback' => 'report_widget_render' ) );
}
add_action( 'init', 'report_widget_register' );

/** WordPress would change quotes and dashes, also where a report quotes a document as printed. */
function report_widget_keep_texts( $tags ) {
	$tags[] = 'report-widget';
	return $tags;
}
add_filter( 'no_texturize_tags', 'report_widget_keep_texts' );

/** A JSON file of this folder. */
function report_widget_json( $name ) {
	return wp_json_file_decode( __DIR__ . '/' . $name, array( 'associative' => true ) );
}

/**
 * The prerendered report, which is read without a script, and the script that makes it live. What the
 * block's attributes ask for beyond report and language, the script shows.
 */
function report_widget_render( $attributes ) {
	$page   = report_widget_page( $attributes['report'] ?? '', $attributes['lang'] ?? '' );
	$folder = plugins_url( 'report/', __FILE__ );
	if ( is_feed() ) {
		return sprintf( '<p><a href="%s">%s</a></p>', esc_url( $folder . $page['address'] ), esc_html( $page['title'] ) );
	}

	$element = '';
	foreach ( array( 'theme', 'chrome', 'part', 'card', 'query', 'filters' ) as $name ) {
		$value = $attributes[ $name ] ?? '';
		if ( is_scalar( $value ) && '' !== (string) $value ) {
			$element .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	// This file is of the build and has no text of a post in it; wp_kses() would remove its shadow root.
	$content = file_get_contents( __DIR__ . '/prerendered/' . $page['file'] );
	$content = str_replace( '{folder}', esc_url( $folder ), $content );
	$hashes  = report_widget_json( 'report/integrity.json' )['files'];
	$script  = wp_get_script_tag(
		array(
			'type'        => 'module',
			'src'         => esc_url( $folder . 'report-widget.js' ),
			'integrity'   => $hashes['report-widget.js'],
			'crossorigin' => 'anonymous',
		)
	);
	return sprintf(
		'<div %s>%s<report-widget report="%s" lang="%s"%s>%s</report-widget></div>',
		get_block_wrapper_attributes(),
		$script,
		esc_attr( $page['report'] ),
		esc_attr( $page['lang'] ),
		$element,
		$content
	);
}

/** The page of a report in a language; else in the site's language, in the report's first, or of the first report. */
function report_widget_page( $report, $lang ) {
	$pages  = report_widget_json( 'pages.json' );
	$wishes = array(
		array( 'report', $report ),
		array( 'report', $pages[0]['report'] ),
		array( 'lang', $lang ),
		array( 'lang', substr( get_locale(), 0, 2 ) ),
	);
	foreach ( $wishes as list( $name, $wish ) ) {
		$fitting = array_filter(
			$pages,
			function ( $page ) use ( $name, $wish ) {
				return $page[ $name ] === $wish;
			}
		);
		$pages = array_values( $fitting ? $fitting : $pages );
	}
	return $pages[0];
}
