using System.CommandLine;
using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary><c>predictors completion</c>: a script that makes a shell ask the command itself, through System.CommandLine's suggest directive.</summary>
internal static class CompletionVerb
{
    // The words after the command's own name are completed; a colon and an equals sign end a word for bash, so that what stands before them is not given again.
    private const string Bash = """
        _predictors() {
          local before="${COMP_LINE:0:COMP_POINT}" word kept suggestion
          before="${before#* }"
          word="${before##* }"
          kept="${word%"${word##*[:=]}"}"
          COMPREPLY=()
          while IFS= read -r suggestion; do
            if [[ -n $suggestion && $suggestion == "$word"* ]]; then COMPREPLY+=("${suggestion#"$kept"}"); fi
          done < <("${COMP_WORDS[0]}" "[suggest:${#before}]" "$before" 2>/dev/null)
          if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
        }
        complete -o default -F _predictors predictors
        """;

    private const string Zsh = """
        #compdef predictors
        _predictors() {
          local before="${LBUFFER#* }"
          local -a found
          found=(${(f)"$(predictors "[suggest:${#before}]" "$before" 2>/dev/null)"})
          if (( ${#found} )); then compadd -S '' -- $found; else _files; fi
        }
        compdef _predictors predictors
        """;

    private const string Fish = """
        function __predictors_complete
            set -l before (string replace -r '^\S+\s+' '' -- (commandline -cp))
            predictors "[suggest:"(string length -- $before)"]" "$before" 2>/dev/null
        end
        complete -c predictors -a '(__predictors_complete)'
        """;

    // A comma makes a list of an argument unless it is quoted.
    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName predictors -ScriptBlock {
            param($word, $line, $position)
            $quotes = "['`"]"
            $bare = $word -replace $quotes, ''
            $text = $line.ToString().PadRight($position).Substring(0, $position) -replace '^\S+\s+', '' -replace $quotes, ''
            predictors "[suggest:$($text.Length)]" "$text" 2>$null | Where-Object { $_.StartsWith($bare) } | ForEach-Object {
                $written = if ($_.Contains(',')) { "'$_'" } else { $_ }
                [System.Management.Automation.CompletionResult]::new($written, $_, 'ParameterValue', $_)
            }
        }
        """;

    private static readonly Dictionary<string, string> s_scripts = new() { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["pwsh"] = PowerShell };

    public static Command Create()
    {
        var verb = new Verb(
            "completion",
            "Prints a script that completes verbs, options, predictors and their parameters in a shell.",
            ("bash > predictors.bash", "then: source predictors.bash, or add that to ~/.bashrc"),
            ("zsh > _predictors", "into a folder of $fpath"));
        var shell = new Argument<string>("SHELL") { Description = $"The shell: {string.Join(", ", s_scripts.Keys)}." };
        shell.CompletionSources.Add([.. s_scripts.Keys]);
        verb.Arguments.Add(shell);
        VerbAction.Set(verb, (parsed, _) =>
        {
            string name = parsed.GetValue(shell)!;
            Console.Out.Write(s_scripts.TryGetValue(name, out string? script)
                ? script.ReplaceLineEndings("\n") + "\n"
                : throw new UsageException($"There is no completion for '{name}'{NearestName.Hint(name, s_scripts.Keys)}"));
            return ExitStatus.Done;
        });
        return verb;
    }
}
