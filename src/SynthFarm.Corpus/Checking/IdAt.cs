namespace SynthFarm.Corpus.Checking;

/// <summary>An id and where it stands.</summary>
internal readonly record struct IdAt(string Id, string File, long Row);
