/// A shell with completion support.
package enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// Where the shell looks for the script, below the prefix.
  var installedPath: String {
    switch self {
    case .bash: "share/bash-completion/completions/modeldex"
    case .zsh: "share/zsh/site-functions/_modeldex"
    case .fish: "share/fish/vendor_completions.d/modeldex.fish"
    }
  }

  /// The completion script, which calls the program.
  package var completionScript: String {
    switch self {
    case .bash:
      #"""
      # Completion of modeldex for bash: the program computes the candidates.
      _modeldex() {
        local IFS=$'\n'
        COMPREPLY=($("${COMP_WORDS[0]}" ---complete bash \
          "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null))
      }
      complete -o default -o nospace -F _modeldex modeldex

      """#
    case .zsh:
      #"""
      #compdef modeldex -tilde-
      # Completion of modeldex for zsh: the program computes the candidates.
      _modeldex() {
        local line value typedPrefix="$PREFIX"
        local -a whole wholeShown begun begunShown typed
        # A word that begins with ~ is a user's home to zsh, and an id to modeldex.
        if [[ "$compstate[context]" == tilde ]]; then
          if [[ "${${(Q)words[1]}:t}" != modeldex ]]; then
            _tilde "$@"
            return
          fi
          typedPrefix="~$PREFIX"
        fi
        typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)typedPrefix}")
        for line in "${(@f)$("${(Q)words[1]}" ---complete zsh "${typed[@]}" 2>/dev/null)}"; do
          value="${line%%$'\t'*}"
          [[ -n "$value" ]] || continue
          if [[ "$value" == *[:=\<\>,] ]]; then
            begun+=("$value")
            begunShown+=("$value -- ${line#*$'\t'}")
          else
            whole+=("$value")
            wholeShown+=("$value -- ${line#*$'\t'}")
          fi
        done
        if (( $#whole + $#begun == 0 )); then
          if [[ "$compstate[context]" == tilde ]]; then _tilde "$@"; else _files; fi
          return
        fi
        if [[ "$compstate[context]" == tilde ]]; then
          PREFIX="$typedPrefix"
          IPREFIX="${IPREFIX%\~}"
        fi
        (( $#begun )) && compadd -l -S '' -d begunShown -a begun
        (( $#whole )) && compadd -l -d wholeShown -a whole
      }
      if [[ "$funcstack[1]" == _modeldex ]]; then
        # Where another directory of functions comes first, compinit has not asked us for this.
        compdef _modeldex -tilde-
        _modeldex "$@"
      else
        compdef _modeldex modeldex -tilde-
      fi

      """#
    case .fish:
      #"""
      # Completion of modeldex for fish: the program computes the candidates.
      function __modeldex_complete
        set -l typed (commandline -opc) (commandline -ct)
        command $typed[1] ---complete fish $typed[2..-1] 2>/dev/null
      end
      complete -c modeldex -f -a '(__modeldex_complete)'
      complete -c modeldex -n '__fish_seen_subcommand_from import' -F
      complete -c modeldex -l upstream -r -F
      complete -c modeldex -l cache-dir -r -a '(__fish_complete_directories)'
      complete -c modeldex -l prefix -r -a '(__fish_complete_directories)'

      """#
    }
  }
}
