namespace SynthFarm.Corpus.Checking;

/// <summary>Collects what a check finds and counts.</summary>
internal sealed class CheckLog(string directory, CheckOptions options, CancellationToken cancellationToken)
{
    private readonly List<CheckFinding> _findings = [];
    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);
    private long _notListed;

    public string Directory => directory;

    public CheckOptions Options => options;

    public int Files { get; set; }

    public long Bytes { get; set; }

    public long Rows { get; set; }

    public long AnswersConfirmed { get; set; }

    public long TrainerRows { get; set; }

    public void Damage(string file, string what, string? where = null)
    {
        _damaged.Add(file);
        Add(new CheckFinding(file, what, where));
    }

    public void Note(string file, string what) => Add(new CheckFinding(file, what, null, CheckSeverity.Note));

    /// <summary>Whether something is known to be wrong with a file; then its rows are not relied on.</summary>
    public bool IsDamaged(string file) => _damaged.Contains(file);

    /// <summary>
    /// Runs a check of one file's contents. What comes out of damaged data is a finding, whatever it is: a checker that stops at the first
    /// strange file would be of no use.
    /// </summary>
    public void Guard(string file, Action check)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            check();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Damage(file, e is CorpusException ? e.Message : $"cannot be read: {e.Message}");
        }
    }

    public CheckReport ToReport() => new()
    {
        Findings = _findings,
        FindingsNotListed = _notListed,
        Files = Files,
        Bytes = Bytes,
        Rows = Rows,
        AnswersConfirmed = AnswersConfirmed,
        TrainerRows = TrainerRows,
    };

    private void Add(CheckFinding finding)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_findings.Count < options.MaxFindings)
        {
            _findings.Add(finding);
        }
        else
        {
            _notListed++;
        }
    }
}
